using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>ReadProperty-Request (clause 15.5).</summary>
/// <param name="Target">What is to be read.</param>
/// <remarks><code>
/// ReadProperty-Request ::= SEQUENCE {
///   object-identifier    [0] BACnetObjectIdentifier,
///   property-identifier  [1] BACnetPropertyIdentifier,
///   property-array-index [2] Unsigned OPTIONAL }
/// </code></remarks>
public readonly record struct ReadPropertyRequest(PropertyReference Target)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out ReadPropertyRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = new(ReadTarget(ref reader));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer) => WriteTarget(ref writer, Target);

    internal static PropertyReference ReadTarget(ref TagReader reader) => new(
        reader.ReadObjectId(context: 0),
        (PropertyId)reader.ReadEnumerated(context: 1),
        reader.ReadOptionalUnsigned(context: 2));

    internal static void WriteTarget(ref TagWriter writer, PropertyReference target)
    {
        writer.WriteObjectId(target.Object, context: 0);
        writer.WriteEnumerated((uint)target.Property, context: 1);
        writer.WriteOptionalUnsigned(target.ArrayIndex, context: 2);
    }
}
