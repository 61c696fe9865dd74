using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>CreateObject-Request (clause 15.3): a new object of a type, whose instance the device chooses, or with an identifier.</summary>
/// <param name="Type">The new object's type.</param>
/// <param name="Instance">Its instance; null leaves it to the device.</param>
/// <param name="InitialValues">What its properties are to be; null where the request does not say.</param>
/// <remarks><code>
/// CreateObject-Request ::= SEQUENCE {
///   object-specifier [0] CHOICE {
///     object-type       [0] BACnetObjectType,
///     object-identifier [1] BACnetObjectIdentifier },
///   list-of-initial-values [1] SEQUENCE OF BACnetPropertyValue OPTIONAL }
/// </code></remarks>
public readonly record struct CreateObjectRequest(ObjectType Type, uint? Instance = null, Sequence<BacnetPropertyValue>? InitialValues = null)
{
    private const uint LastType = 1023;   // ten bits of an object identifier

    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out CreateObjectRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        reader.ReadOpening(0);
        var (type, instance) = ReadSpecifier(ref reader);
        reader.ReadClosing(0);
        request = new(type, instance, reader.NextIsOpening(1) ? reader.ReadSequence<BacnetPropertyValue>(context: 1) : null);
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteOpening(0);
        if (Instance is { } instance) writer.WriteObjectId(new(Type, instance), context: 1);
        else writer.WriteEnumerated((uint)Type, context: 0);
        writer.WriteClosing(0);
        if (InitialValues is { } values) writer.WriteSequence(values, context: 1);
    }

    private static (ObjectType Type, uint? Instance) ReadSpecifier(ref TagReader reader)
    {
        if (reader.NextIsContext(1))
        {
            var id = reader.ReadObjectId(context: 1);
            return (id.Type, id.Instance);
        }
        var type = reader.ReadEnumerated(context: 0);
        if (type > LastType) reader.Fail(DecodeError.OutOfRange);
        return ((ObjectType)type, null);
    }
}
