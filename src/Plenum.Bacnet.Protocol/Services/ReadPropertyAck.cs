using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>ReadProperty-ACK (clause 15.5).</summary>
/// <param name="Target">What was read.</param>
/// <param name="Value">Its value.</param>
/// <remarks><code>
/// ReadProperty-ACK ::= SEQUENCE {
///   object-identifier    [0] BACnetObjectIdentifier,
///   property-identifier  [1] BACnetPropertyIdentifier,
///   property-array-index [2] Unsigned OPTIONAL,
///   property-value       [3] ABSTRACT-SYNTAX.&amp;Type }
/// </code></remarks>
public readonly record struct ReadPropertyAck(PropertyReference Target, BacnetValue Value)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out ReadPropertyAck ack, out DecodeError error)
    {
        var reader = new TagReader(service);
        ack = new(ReadPropertyRequest.ReadTarget(ref reader), reader.ReadPropertyValue(context: 3));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        ReadPropertyRequest.WriteTarget(ref writer, Target);
        writer.WritePropertyValue(Value, context: 3);
    }
}
