using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>One object that watches for events, in a GetEnrollmentSummary-ACK (clause 13.11.1.2).</summary>
/// <param name="Object">The object.</param>
/// <param name="EventType">Which algorithm watches it.</param>
/// <param name="State">Its state.</param>
/// <param name="Priority">The priority of its notifications, 0 the highest.</param>
/// <param name="NotificationClass">Its Notification Class object's number, if it has one.</param>
/// <remarks><code>
/// SEQUENCE {
///   object-identifier  BACnetObjectIdentifier,
///   event-type         BACnetEventType,
///   event-state        BACnetEventState,
///   priority           Unsigned8,
///   notification-class Unsigned OPTIONAL }
/// </code></remarks>
public readonly record struct EnrollmentSummary(ObjectId Object, EventType EventType, EventState State, byte Priority, uint? NotificationClass) : IConstructed<EnrollmentSummary>
{
    /// <inheritdoc/>
    public static EnrollmentSummary Read(ref TagReader reader) => new(
        reader.ReadObjectId(),
        (EventType)reader.ReadEnumerated16(),
        (EventState)reader.ReadEnumerated16(),
        reader.ReadUnsigned8(),
        reader.NextIsApplication(BacnetKind.Unsigned) ? reader.ReadUnsigned() : null);

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteObjectId(Object);
        writer.WriteEnumerated((uint)EventType);
        writer.WriteEnumerated((uint)State);
        writer.WriteUnsigned(Priority);
        if (NotificationClass is { } number) writer.WriteUnsigned(number);
    }

    /// <summary><c>analogInput:2 out-of-range high-limit, priority 100</c></summary>
    public override string ToString() => $"{Object} {EnumNames<EventType>.Kebab(EventType)} {EnumNames<EventState>.Kebab(State)}, priority {Priority}";
}
