using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>change-of-discrete-value: a value that is no analog number changed.</summary>
/// <param name="Value">The value now: a primitive, or a date and time as constructed data of context tag 0.</param>
/// <param name="Status">The object's status flags.</param>
/// <remarks><code>
/// change-of-discrete-value [21] SEQUENCE {
///   new-value    [0] CHOICE { -- BOOLEAN, Unsigned, INTEGER, ENUMERATED, CharacterString, OCTET STRING, Date, Time, BACnetObjectIdentifier, or
///     datetime [0] BACnetDateTime },
///   status-flags [1] BACnetStatusFlags }
/// </code></remarks>
public sealed record ChangeOfDiscreteValueNotification(BacnetValue Value, StatusFlags Status) : NotificationParameters((byte)EventType.ChangeOfDiscreteValue)
{
    /// <summary><c>7, status in-alarm</c></summary>
    public override string ToString() => $"{Value}{StatusText.After(Status)}";

    internal static new ChangeOfDiscreteValueNotification Read(ref TagReader reader) => new(reader.ReadPropertyValue(context: 0), reader.ReadStatusFlags(context: 1));

    /// <inheritdoc/>
    protected override void WriteContent(ref TagWriter writer)
    {
        writer.WritePropertyValue(Value, context: 0);
        writer.WriteStatusFlags(Status, context: 1);
    }
}
