using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>What a device says of an event (clauses 13.8.1 and 13.9.1): the same sequence confirmed, unconfirmed, and in an event log's records.</summary>
/// <param name="ProcessId">The process in the recipient that is told.</param>
/// <param name="Device">The device that tells.</param>
/// <param name="Object">The object that saw the event.</param>
/// <param name="Time">When, as the device can tell it.</param>
/// <param name="NotificationClass">The number of the Notification Class object that decided who is told.</param>
/// <param name="Priority">0 is the highest, 255 the lowest.</param>
/// <param name="EventType">Which algorithm saw it.</param>
/// <param name="MessageText">A text for people, if the device gives one.</param>
/// <param name="NotifyType">Alarm, event, or the acknowledgement of one.</param>
/// <param name="AckRequired">Whether a person is to acknowledge it; absent in an acknowledgement.</param>
/// <param name="FromState">The state before; absent in an acknowledgement.</param>
/// <param name="ToState">The state now, or the state that was acknowledged.</param>
/// <param name="Values">The values behind it; absent in an acknowledgement.</param>
/// <remarks><code>
/// ConfirmedEventNotification-Request ::= SEQUENCE {
///   process-identifier           [0] Unsigned32,
///   initiating-device-identifier [1] BACnetObjectIdentifier,
///   event-object-identifier      [2] BACnetObjectIdentifier,
///   timestamp                    [3] BACnetTimeStamp,
///   notification-class           [4] Unsigned,
///   priority                     [5] Unsigned8,
///   event-type                   [6] BACnetEventType,
///   message-text                 [7] CharacterString OPTIONAL,
///   notify-type                  [8] BACnetNotifyType,
///   ack-required                 [9] BOOLEAN OPTIONAL,
///   from-state                   [10] BACnetEventState OPTIONAL,
///   to-state                     [11] BACnetEventState,
///   event-values                 [12] BACnetNotificationParameters OPTIONAL }
/// </code></remarks>
public sealed record EventNotification(
    uint ProcessId, ObjectId Device, ObjectId Object, TimeStamp Time, uint NotificationClass, byte Priority, EventType EventType, string? MessageText,
    NotifyType NotifyType, bool? AckRequired, EventState? FromState, EventState ToState, NotificationParameters? Values) : IConstructed<EventNotification>
{
    /// <inheritdoc/>
    public static EventNotification Read(ref TagReader reader) => new(
        reader.ReadUnsigned(context: 0),
        reader.ReadObjectId(context: 1),
        reader.ReadObjectId(context: 2),
        reader.ReadNested<TimeStamp>(3),
        reader.ReadUnsigned(context: 4),
        reader.ReadUnsigned8(context: 5),
        (EventType)reader.ReadEnumerated16(context: 6),
        reader.ReadOptionalCharacterString(context: 7),
        (NotifyType)reader.ReadEnumerated16(context: 8),
        reader.ReadOptionalBoolean(context: 9),
        reader.NextIsContext(10) ? (EventState)reader.ReadEnumerated16(context: 10) : null,
        (EventState)reader.ReadEnumerated16(context: 11),
        reader.NextIsOpening(12) ? reader.ReadNested<NotificationParameters>(12) : null);

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteUnsigned(ProcessId, context: 0);
        writer.WriteObjectId(Device, context: 1);
        writer.WriteObjectId(Object, context: 2);
        writer.WriteNested(Time, 3);
        writer.WriteUnsigned(NotificationClass, context: 4);
        writer.WriteUnsigned(Priority, context: 5);
        writer.WriteEnumerated((uint)EventType, context: 6);
        writer.WriteOptionalCharacterString(MessageText, context: 7);
        writer.WriteEnumerated((uint)NotifyType, context: 8);
        writer.WriteOptionalBoolean(AckRequired, context: 9);
        if (FromState is { } from) writer.WriteEnumerated((uint)from, context: 10);
        writer.WriteEnumerated((uint)ToState, context: 11);
        if (Values is { } values) writer.WriteNested(values, 12);
    }

    /// <summary><c>alarm: analogInput:2 of device:4 from normal to high-limit at #16 (80.1 past 80)</c></summary>
    public override string ToString() =>
        $"{EnumNames<NotifyType>.Kebab(NotifyType)}: {Object} of {Device} {(FromState is { } from ? $"from {EnumNames<EventState>.Kebab(from)} " : "")}"
        + $"to {EnumNames<EventState>.Kebab(ToState)} at {Time}{(MessageText is { } text ? $" \"{text}\"" : "")}{(Values is { } values ? $" ({values})" : "")}";
}
