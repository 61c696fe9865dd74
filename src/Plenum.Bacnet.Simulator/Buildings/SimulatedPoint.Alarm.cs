using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Simulator.Objects;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <content>Intrinsic reporting (clause 13.2) of an analog input whose limits are watched.</content>
internal sealed partial class SimulatedPoint
{
    private static readonly LimitEnable BothLimits = LimitEnable.LowLimit | LimitEnable.HighLimit;

    /// <summary>What watches its value; null, the default, for nothing.</summary>
    public LimitAlarm? Alarm { get; init; }

    /// <summary>The number of the Notification Class object that says whom to tell.</summary>
    public uint NotificationClass { get; init; }

    /// <summary>What is wrong with its sensor or wiring; in fault unless it is nothing.</summary>
    public Reliability Reliability { get; set; }

    private StatusFlags Flags => (_outOfService ? StatusFlags.OutOfService : StatusFlags.None) | (Reliability == Reliability.NoFaultDetected ? StatusFlags.None : StatusFlags.Fault)
        | (Alarm is { State: not EventState.Normal } ? StatusFlags.InAlarm : StatusFlags.None);

    /// <summary>What GetEventInformation says of it.</summary>
    public EventSummary Summarize(LimitAlarm alarm) =>
        new(Id, alarm.State, alarm.Acknowledged, [.. alarm.Times], NotifyType.Alarm, LimitAlarm.All, NotificationClassObject.AllPriorities);

    /// <summary>The values of a notification of the transition that it has just made from a state.</summary>
    public NotificationParameters Exceeded(LimitAlarm alarm, EventState from, float value)
    {
        var limit = (alarm.State == EventState.Normal ? from : alarm.State) == EventState.LowLimit ? alarm.Low : alarm.High;
        return new OutOfRangeNotification((byte)EventType.OutOfRange, BacnetValue.Real(value), Flags, BacnetValue.Real(alarm.Deadband), BacnetValue.Real(limit));
    }

    private PropertyResult ReadAlarm(LimitAlarm alarm, PropertyId property, uint? index) => property switch
    {
        PropertyId.TimeDelay => new(BacnetValue.Unsigned((ulong)alarm.Delay.TotalSeconds)),
        PropertyId.NotificationClass => new(BacnetValue.Unsigned(NotificationClass)),
        PropertyId.HighLimit => new(BacnetValue.Real(alarm.High)),
        PropertyId.LowLimit => new(BacnetValue.Real(alarm.Low)),
        PropertyId.Deadband => new(BacnetValue.Real(alarm.Deadband)),
        PropertyId.LimitEnable => new(BacnetValue.BitString(new((ulong)BothLimits, 2))),
        PropertyId.EventEnable => new(BacnetValue.BitString(new((ulong)LimitAlarm.All, 3))),
        PropertyId.AckedTransitions => new(BacnetValue.BitString(new((ulong)alarm.Acknowledged, 3))),
        PropertyId.NotifyType => new(BacnetValue.Enumerated((uint)NotifyType.Alarm)),
        PropertyId.EventDetectionEnable => new(BacnetValue.Boolean(true)),
        PropertyId.EventTimeStamps => ArrayProperty.Read(alarm.Times.Length, i => Typed.ToValue(alarm.Times[i]), index),
        _ => new(Refusals.UnknownProperty),
    };

    private static BacnetError? SetLimit(LimitAlarm alarm, PropertyId property, BacnetValue value)
    {
        if (value.Kind != BacnetKind.Real) return Refusals.InvalidDataType;
        if (!float.IsFinite(value.AsReal)) return Refusals.ValueOutOfRange;
        if (property == PropertyId.HighLimit) alarm.High = value.AsReal;
        else alarm.Low = value.AsReal;
        return null;
    }
}
