using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>One object in alarm, or with something to acknowledge, in a GetEventInformation-ACK (clause 13.12.1.3.1).</summary>
/// <param name="Object">The object.</param>
/// <param name="State">Its state.</param>
/// <param name="Acknowledged">Of which transitions the last one is acknowledged.</param>
/// <param name="Times">When the last transitions were: to offnormal, to fault, to normal.</param>
/// <param name="NotifyType">Whether the object sends alarms or events.</param>
/// <param name="Enabled">Which transitions are told to anyone.</param>
/// <param name="Priorities">The priorities of the transitions, in the order of their times.</param>
/// <remarks><code>
/// SEQUENCE {
///   object-identifier        [0] BACnetObjectIdentifier,
///   event-state              [1] BACnetEventState,
///   acknowledged-transitions [2] BACnetEventTransitionBits,
///   event-timestamps         [3] SEQUENCE SIZE (3) OF BACnetTimeStamp,
///   notify-type              [4] BACnetNotifyType,
///   event-enable             [5] BACnetEventTransitionBits,
///   event-priorities         [6] SEQUENCE SIZE (3) OF Unsigned }
/// </code></remarks>
public readonly record struct EventSummary(
    ObjectId Object, EventState State, EventTransitions Acknowledged, Sequence<TimeStamp> Times, NotifyType NotifyType, EventTransitions Enabled, Sequence<uint> Priorities)
    : IConstructed<EventSummary>
{
    private const int Transitions = 3;

    /// <inheritdoc/>
    public static EventSummary Read(ref TagReader reader)
    {
        EventSummary summary = new(
            reader.ReadObjectId(context: 0),
            (EventState)reader.ReadEnumerated16(context: 1),
            reader.ReadTransitions(context: 2),
            reader.ReadSequence<TimeStamp>(3),
            (NotifyType)reader.ReadEnumerated16(context: 4),
            reader.ReadTransitions(context: 5),
            reader.ReadSequence(6, static (ref inner) => inner.ReadUnsigned()));
        if (summary.Times.Count != Transitions || summary.Priorities.Count != Transitions) reader.Fail(DecodeError.OutOfRange);
        return summary;
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteObjectId(Object, context: 0);
        writer.WriteEnumerated((uint)State, context: 1);
        writer.WriteTransitions(Acknowledged, context: 2);
        writer.WriteSequence(Times, 3);
        writer.WriteEnumerated((uint)NotifyType, context: 4);
        writer.WriteTransitions(Enabled, context: 5);
        writer.WriteSequence(Priorities, 6, static (ref inner, priority) => inner.WriteUnsigned(priority));
    }

    /// <summary><c>analogInput:2 high-limit, acknowledged to-fault to-normal</c></summary>
    public override string ToString() => $"{Object} {EnumNames<EventState>.Kebab(State)}, acknowledged {StatusText.Of(Acknowledged)}";
}
