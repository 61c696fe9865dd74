using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Simulator.Objects;

/// <summary>The OUT_OF_RANGE algorithm (clause 13.3.6) over one number: when it has been past a limit, or back by more than the deadband, for long enough.</summary>
internal sealed class LimitAlarm(float low, float high, float deadband, TimeSpan delay)
{
    private EventState _coming;
    private DateTime _since;

    public float Low { get; set; } = low;

    public float High { get; set; } = high;

    public float Deadband => deadband;

    public TimeSpan Delay => delay;

    /// <summary>Normal, high-limit or low-limit.</summary>
    public EventState State { get; private set; }

    /// <summary>Of which transitions the last one is acknowledged, or had not to be.</summary>
    public EventTransitions Acknowledged { get; private set; } = All;

    /// <summary>When the last transitions to offnormal, to fault and to normal were.</summary>
    public TimeStamp[] Times { get; } = [Never, Never, Never];

    /// <summary>Every transition.</summary>
    public static EventTransitions All => EventTransitions.ToOffnormal | EventTransitions.ToFault | EventTransitions.ToNormal;

    private static TimeStamp Never => new(BacnetDateTime.Any);

    /// <summary>The transition that leads to a state.</summary>
    public static EventTransitions To(EventState state) => state switch
    {
        EventState.Normal => EventTransitions.ToNormal,
        EventState.Fault => EventTransitions.ToFault,
        _ => EventTransitions.ToOffnormal,
    };

    /// <summary>The place of a transition to a state among three.</summary>
    public static int Place(EventState state) => To(state) switch { EventTransitions.ToOffnormal => 0, EventTransitions.ToFault => 1, _ => 2 };

    /// <summary>Looks at the number.</summary>
    /// <returns>Whether the state has changed just now.</returns>
    public bool Look(float value, DateTime now)
    {
        var next = Next(value);
        if (next != _coming) (_coming, _since) = (next, now);
        if (next == State || now - _since < delay) return false;
        State = next;
        Times[Place(next)] = new(BacnetDateTime.From(now));
        Acknowledged = (NotificationClassObject.AckRequired & To(next)) != 0 ? Acknowledged & ~To(next) : Acknowledged | To(next);
        return true;
    }

    /// <summary>Takes the acknowledgement of the last transition to a state, by its time (clause 13.5).</summary>
    /// <returns>Null when it was taken, else why not.</returns>
    public ErrorCode? Acknowledge(EventState state, TimeStamp time)
    {
        if (Times[Place(state)] == Never) return ErrorCode.InvalidEventState;
        if (Times[Place(state)] != time) return ErrorCode.InvalidTimestamp;
        if (To(state) == EventTransitions.ToOffnormal && State != EventState.Normal && State != state) return ErrorCode.InvalidEventState;
        Acknowledged |= To(state);
        return null;
    }

    private EventState Next(float value) => State switch
    {
        _ when value > High => EventState.HighLimit,
        _ when value < Low => EventState.LowLimit,
        EventState.HighLimit when value >= High - deadband => EventState.HighLimit,
        EventState.LowLimit when value <= Low + deadband => EventState.LowLimit,
        _ => EventState.Normal,
    };
}
