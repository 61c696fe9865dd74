using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>change-of-value: a number moved by its increment, or bits under a mask changed.</summary>
/// <param name="Value">The value now: a REAL or a BIT STRING.</param>
/// <param name="Status">The object's status flags.</param>
/// <remarks><code>
/// change-of-value [2] SEQUENCE {
///   new-value    [0] CHOICE {
///     changed-bits  [0] BIT STRING,
///     changed-value [1] REAL },
///   status-flags [1] BACnetStatusFlags }
/// </code></remarks>
public sealed record ChangeOfValueNotification(BacnetValue Value, StatusFlags Status) : NotificationParameters((byte)EventType.ChangeOfValue)
{
    /// <summary><c>21.5, status in-alarm</c></summary>
    public override string ToString() => $"{Value}{StatusText.After(Status)}";

    internal static new ChangeOfValueNotification Read(ref TagReader reader)
    {
        reader.ReadOpening(0);
        var value = reader.NextIsContext(0) ? reader.ReadContext(BacnetKind.BitString, 0) : reader.ReadContext(BacnetKind.Real, 1);
        reader.ReadClosing(0);
        return new(value, reader.ReadStatusFlags(context: 1));
    }

    /// <inheritdoc/>
    protected override void WriteContent(ref TagWriter writer)
    {
        writer.WriteOpening(0);
        writer.WriteContext(Value, (byte)(Value.Kind == BacnetKind.BitString ? 0 : 1));
        writer.WriteClosing(0);
        writer.WriteStatusFlags(Status, context: 1);
    }
}
