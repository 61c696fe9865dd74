using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetGroupChannelValue (clause 21): what the Channel objects of a number are to be written.</summary>
/// <param name="Channel">The channel number, 0..65535.</param>
/// <param name="Value">An application-tagged value, or one of the constructed commands of the choice.</param>
/// <param name="OverridingPriority">1..16, in place of the write priority of the request; null keeps that.</param>
/// <remarks><code>
/// BACnetGroupChannelValue ::= SEQUENCE {
///   channel             [0] Unsigned16,
///   overriding-priority [1] Unsigned (1..16) OPTIONAL,
///   value               BACnetChannelValue }
/// BACnetChannelValue ::= CHOICE {
///   null NULL, real REAL, enumerated ENUMERATED, unsigned Unsigned, boolean BOOLEAN, integer INTEGER, double Double, time Time,
///   characterString CharacterString, octetString OCTET STRING, bitString BIT STRING, date Date, objectid BACnetObjectIdentifier,
///   lightingCommand [0] BACnetLightingCommand,
///   xyColor         [1] BACnetxyColor,
///   colorCommand    [2] BACnetColorCommand }
/// </code></remarks>
public readonly record struct GroupChannelValue(ushort Channel, BacnetValue Value, byte? OverridingPriority = null) : IConstructed<GroupChannelValue>
{
    /// <inheritdoc/>
    public static GroupChannelValue Read(ref TagReader reader)
    {
        var channel = reader.ReadUnsigned16(context: 0);
        byte? priority = reader.NextIsContext(1) ? (byte)reader.ReadUnsigned(context: 1, 1, 16) : null;
        var value = reader.ReadValue();
        if (value.Kind == BacnetKind.ContextPrimitive) reader.Fail(DecodeError.WrongTag);
        return new(channel, value, priority);
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteUnsigned(Channel, context: 0);
        writer.WriteOptionalUnsigned(OverridingPriority, context: 1);
        writer.WriteValue(Value);
    }

    /// <summary><c>channel 268 = 1111</c></summary>
    public override string ToString() => $"channel {Channel} = {Value}{(OverridingPriority is { } priority ? $" at {priority}" : "")}";
}
