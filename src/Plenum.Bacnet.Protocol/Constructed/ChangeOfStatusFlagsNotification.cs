using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>change-of-status-flags: one of the flags that make an alarm is set.</summary>
/// <param name="PresentValue">The object's value, if the device tells.</param>
/// <param name="Flags">The flags that are watched.</param>
/// <remarks><code>
/// change-of-status-flags [18] SEQUENCE {
///   present-value    [0] ABSTRACT-SYNTAX.&amp;Type OPTIONAL,
///   referenced-flags [1] BACnetStatusFlags }
/// </code></remarks>
public sealed record ChangeOfStatusFlagsNotification(BacnetValue? PresentValue, StatusFlags Flags) : NotificationParameters((byte)EventType.ChangeOfStatusFlags)
{
    /// <summary><c>21.5, status fault</c></summary>
    public override string ToString() => $"{(PresentValue is { } value ? value.ToString() : "no value")}{StatusText.After(Flags)}";

    internal static new ChangeOfStatusFlagsNotification Read(ref TagReader reader) =>
        new(reader.NextIsOpening(0) ? reader.ReadPropertyValue(context: 0) : null, reader.ReadStatusFlags(context: 1));

    /// <inheritdoc/>
    protected override void WriteContent(ref TagWriter writer)
    {
        if (PresentValue is { } value) writer.WritePropertyValue(value, context: 0);
        writer.WriteStatusFlags(Flags, context: 1);
    }
}
