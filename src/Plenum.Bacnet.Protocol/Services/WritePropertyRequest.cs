using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>WriteProperty-Request (clause 15.9).</summary>
/// <param name="Target">What is to be written.</param>
/// <param name="Value">The value; NULL relinquishes a commandable property at the priority.</param>
/// <param name="Priority">1 (highest) to 16 for a commandable property; null leaves it to the device, which takes 16.</param>
/// <remarks><code>
/// WriteProperty-Request ::= SEQUENCE {
///   object-identifier    [0] BACnetObjectIdentifier,
///   property-identifier  [1] BACnetPropertyIdentifier,
///   property-array-index [2] Unsigned OPTIONAL,
///   property-value       [3] ABSTRACT-SYNTAX.&amp;Type,
///   priority             [4] Unsigned (1..16) OPTIONAL }
/// </code></remarks>
public readonly record struct WritePropertyRequest(PropertyReference Target, BacnetValue Value, byte? Priority = null)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out WritePropertyRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        var target = ReadPropertyRequest.ReadTarget(ref reader);
        var value = reader.ReadPropertyValue(context: 3);
        var priority = reader.ReadOptionalUnsigned(context: 4);
        if (priority is < 1 or > 16) reader.Fail(DecodeError.OutOfRange);
        request = new(target, value, (byte?)priority);
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        ReadPropertyRequest.WriteTarget(ref writer, Target);
        writer.WritePropertyValue(Value, context: 3);
        writer.WriteOptionalUnsigned(Priority, context: 4);
    }
}
