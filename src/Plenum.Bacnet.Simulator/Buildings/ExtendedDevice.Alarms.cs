using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Simulator.Objects;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <content>What it looks at every second, and what it tells of it.</content>
internal sealed partial class ExtendedDevice
{
    /// <summary>How many of the first analog inputs have limits that are watched.</summary>
    private const int AlarmedPoints = 3;

    /// <inheritdoc/>
    public IReadOnlyList<EventStatus> EventStatuses
    {
        get
        {
            lock (Gate)
            {
                return [.. from point in AllPoints where point.Alarm is not null orderby point.Id
                           select new EventStatus(point.Summarize(point.Alarm!), EventType.OutOfRange, Number, _alarms.Recipients.Elements)];
            }
        }
    }

    /// <inheritdoc/>
    public BacnetError? Acknowledge(AcknowledgeAlarmRequest request)
    {
        if (Properties(request.Object) is null) return Refusals.UnknownObject;
        if (Array.Find(AllPoints, point => point.Id == request.Object)?.Alarm is not { } alarm) return new BacnetError(ErrorClass.Object, ErrorCode.NoAlarmConfigured);
        lock (Gate)
            if (alarm.Acknowledge(request.State, request.EventTime) is { } code) return new BacnetError(ErrorClass.Services, code);
        Tell(request.Object, new TimeStamp(LocalTime.Now), request.State, NotifyType.AckNotification, null, null);
        return null;
    }

    private void Look()
    {
        var now = LocalTime.Local;
        List<(ObjectId Point, EventState From, EventState To, TimeStamp At, NotificationParameters Values)> news = [];
        lock (Gate)
        {
            var tick = Tick;
            foreach (var point in AllPoints)
            {
                if (point.Id == _log?.Logged.Object) _log.Look(point.ValueAt(tick).AsReal, now);
                if (point.Alarm is not { } alarm) continue;
                var (value, before) = (point.ValueAt(tick).AsReal, alarm.State);
                if (alarm.Look(value, now)) news.Add((point.Id, before, alarm.State, alarm.Times[LimitAlarm.Place(alarm.State)], point.Exceeded(alarm, before, value)));
            }
        }
        foreach (var (point, from, to, at, values) in news) Tell(point, at, to, NotifyType.Alarm, from, values);
    }

    private void Tell(ObjectId point, TimeStamp at, EventState to, NotifyType type, EventState? from, NotificationParameters? values)
    {
        var transition = LimitAlarm.To(to);
        bool? ackRequired = type == NotifyType.AckNotification ? null : (NotificationClassObject.AckRequired & transition) != 0;
        foreach (var recipient in _alarms.RecipientsAt(LocalTime.Local, transition))
        {
            _sender?.Send(
                new(recipient.ProcessId, new(ObjectType.Device, Instance), point, at, Number, (byte)NotificationClassObject.AllPriorities[LimitAlarm.Place(to)],
                    EventType.OutOfRange, null, type, ackRequired, from, to, values),
                recipient);
        }
    }
}
