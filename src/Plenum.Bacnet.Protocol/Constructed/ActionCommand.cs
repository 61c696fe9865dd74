using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetActionCommand (clause 21): one write of an action of a Command object.</summary>
/// <param name="Target">What is written.</param>
/// <param name="Device">Where; null for the same device.</param>
/// <param name="Value">The value.</param>
/// <param name="Priority">1 to 16; null leaves it to the device.</param>
/// <param name="PostDelay">How many seconds to wait after it.</param>
/// <param name="QuitOnFailure">Whether the action ends when this write fails.</param>
/// <param name="Successful">Whether the last one succeeded.</param>
/// <remarks><code>
/// BACnetActionCommand ::= SEQUENCE {
///   device-identifier    [0] BACnetObjectIdentifier OPTIONAL,
///   object-identifier    [1] BACnetObjectIdentifier,
///   property-identifier  [2] BACnetPropertyIdentifier,
///   property-array-index [3] Unsigned OPTIONAL,
///   property-value       [4] ABSTRACT-SYNTAX.&amp;Type,
///   priority             [5] Unsigned (1..16) OPTIONAL,
///   post-delay           [6] Unsigned OPTIONAL,
///   quit-on-failure      [7] BOOLEAN,
///   write-successful     [8] BOOLEAN }
/// </code></remarks>
public readonly record struct ActionCommand(
    PropertyReference Target, ObjectId? Device, BacnetValue Value, byte? Priority, uint? PostDelay, bool QuitOnFailure, bool Successful) : IConstructed<ActionCommand>
{
    /// <inheritdoc/>
    public static ActionCommand Read(ref TagReader reader)
    {
        var device = reader.ReadOptionalObjectId(context: 0);
        PropertyReference target = new(reader.ReadObjectId(context: 1), (PropertyId)reader.ReadEnumerated(context: 2), reader.ReadOptionalUnsigned(context: 3));
        var value = reader.ReadPropertyValue(context: 4);
        var priority = reader.ReadOptionalUnsigned(context: 5);
        if (priority is < 1 or > 16) reader.Fail(DecodeError.OutOfRange);
        return new(target, device, value, (byte?)priority, reader.ReadOptionalUnsigned(context: 6), reader.ReadBoolean(context: 7), reader.ReadBoolean(context: 8));
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteOptionalObjectId(Device, context: 0);
        writer.WriteObjectId(Target.Object, context: 1);
        writer.WriteEnumerated((uint)Target.Property, context: 2);
        writer.WriteOptionalUnsigned(Target.ArrayIndex, context: 3);
        writer.WritePropertyValue(Value, context: 4);
        writer.WriteOptionalUnsigned(Priority, context: 5);
        writer.WriteOptionalUnsigned(PostDelay, context: 6);
        writer.WriteBoolean(QuitOnFailure, context: 7);
        writer.WriteBoolean(Successful, context: 8);
    }

    /// <summary><c>binaryOutput:1 presentValue = 1 at 8, then 5 s</c></summary>
    public override string ToString() =>
        $"{Target}{(Device is { } device ? $" of {device}" : "")} = {Value}{(Priority is { } priority ? $" at {priority}" : "")}{(PostDelay is { } delay ? $", then {delay} s" : "")}";
}
