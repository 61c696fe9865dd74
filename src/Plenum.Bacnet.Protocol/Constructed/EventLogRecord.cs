using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetEventLogRecord (clause 21): one record of an Event Log's buffer.</summary>
/// <param name="Time">When it was taken.</param>
/// <param name="Notification">What was told; null where something happened to the log instead.</param>
/// <param name="Other">What happened instead.</param>
/// <remarks><code>
/// BACnetEventLogRecord ::= SEQUENCE {
///   timestamp [0] BACnetDateTime,
///   log-datum [1] CHOICE {
///     log-status   [0] BACnetLogStatus,
///     notification [1] ConfirmedEventNotification-Request,
///     time-change  [2] REAL } }
/// </code></remarks>
public readonly record struct EventLogRecord(BacnetDateTime Time, EventNotification? Notification, LogDatum Other = default) : IConstructed<EventLogRecord>
{
    private const byte LogStatusTag = 0, NotificationTag = 1, TimeChange = 2;

    /// <inheritdoc/>
    public static EventLogRecord Read(ref TagReader reader)
    {
        var time = reader.ReadNested<BacnetDateTime>(0);
        reader.ReadOpening(1);
        EventLogRecord record = reader.NextIsContext(LogStatusTag) ? new(time, null, LogDatum.Of((LogStatus)(reader.ReadFlags(LogStatusTag) & 0b111)))
            : reader.NextIsContext(TimeChange) ? new(time, null, LogDatum.OfTimeChange(reader.ReadReal(TimeChange)))
            : new(time, reader.ReadNested<EventNotification>(NotificationTag));
        reader.ReadClosing(1);
        return record;
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteNested(Time, 0);
        writer.WriteOpening(1);
        if (Notification is { } notification) writer.WriteNested(notification, NotificationTag);
        else if (Other.Kind == LogDatumKind.TimeChange) writer.WriteContext(Other.Value, TimeChange);
        else writer.WriteBitString(Other.Value.AsBitString, LogStatusTag);
        writer.WriteClosing(1);
    }

    /// <summary>The time, and the notification or what happened instead.</summary>
    public override string ToString() => $"{Time} {(Notification is { } notification ? notification.ToString() : Other.ToString())}";
}
