using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server.Handlers;

/// <summary>AcknowledgeAlarm, GetAlarmSummary, GetEnrollmentSummary and GetEventInformation (clauses 13.5, 13.10 to 13.12).</summary>
internal sealed class Alarms(IAlarmSource source, int maxApdu)
{
    /// <summary>What stands around the summaries: a pair of tags and more-events.</summary>
    private const int Around = 2 + 2;

    public Outcome AcknowledgeAlarm(in ServedRequest request) => AcknowledgeAlarmRequest.TryDecode(request.Content, out var asked, out var error)
        ? Outcome.DoneUnless(source.Acknowledge(asked))
        : Outcome.Malformed(error);

    public Outcome GetAlarmSummary(in ServedRequest request, ref TagWriter writer)
    {
        if (!request.Content.IsEmpty) return Outcome.Reject(RejectReason.TooManyArguments);
        var alarms = source.EventStatuses.Select(status => status.Summary).Where(summary => summary is { NotifyType: NotifyType.Alarm, State: not EventState.Normal });
        new GetAlarmSummaryAck([.. alarms.Select(summary => new AlarmSummary(summary.Object, summary.State, summary.Acknowledged))]).Encode(ref writer);
        return Outcome.Acknowledged;
    }

    public Outcome GetEnrollmentSummary(in ServedRequest request, ref TagWriter writer)
    {
        if (!GetEnrollmentSummaryRequest.TryDecode(request.Content, out var asked, out var error)) return Outcome.Malformed(error);
        if (asked.Priorities is { } range && range.Least > range.Most) return Outcome.Reject(RejectReason.InconsistentParameters);
        var passing = source.EventStatuses.Where(status => Passes(asked, status));
        new GetEnrollmentSummaryAck([.. passing.Select(status => new EnrollmentSummary(status.Summary.Object, status.EventType, status.Summary.State, status.Priority, status.NotificationClass))]).Encode(ref writer);
        return Outcome.Acknowledged;
    }

    /// <summary>As many as fit, from the one after the last that the asker has; whether there are more is said behind them.</summary>
    public Outcome GetEventInformation(in ServedRequest request, ref TagWriter writer)
    {
        if (!GetEventInformationRequest.TryDecode(request.Content, out var asked, out var error)) return Outcome.Malformed(error);
        var room = request.RoomFor(writer, maxApdu) - Around;
        var (moreEvents, octets) = (false, 0);
        List<EventSummary> fitting = [];
        foreach (var status in source.EventStatuses)
        {
            if (status.Summary.Object <= asked.LastReceived || (status.Summary.State == EventState.Normal && status.IsAcknowledged)) continue;
            if (moreEvents = (octets += SizeOf(status.Summary)) > room) break;
            fitting.Add(status.Summary);
        }
        new GetEventInformationAck([.. fitting], moreEvents).Encode(ref writer);
        return Outcome.Acknowledged;
    }

    private static bool Passes(GetEnrollmentSummaryRequest asked, EventStatus status) =>
        asked.Acknowledgment switch { AcknowledgmentFilter.Acked => status.IsAcknowledged, AcknowledgmentFilter.NotAcked => !status.IsAcknowledged, _ => true }
        && asked.State switch
        {
            EventStateFilter.Offnormal => status.Summary.State is not (EventState.Normal or EventState.Fault),
            EventStateFilter.Fault => status.Summary.State == EventState.Fault,
            EventStateFilter.Normal => status.Summary.State == EventState.Normal,
            EventStateFilter.Active => status.Summary.State != EventState.Normal,
            _ => true,
        }
        && (asked.EventType is null || asked.EventType == status.EventType)
        && (asked.Priorities is not { } range || (status.Priority >= range.Least && status.Priority <= range.Most))
        && (asked.NotificationClass is null || asked.NotificationClass == status.NotificationClass)
        && (asked.Enrollment is not { } process || status.Recipients.Any(recipient => recipient.Recipient == process.Recipient && recipient.ProcessId == process.ProcessId));

    private static int SizeOf(EventSummary summary)
    {
        Span<byte> octets = stackalloc byte[256];
        var writer = new TagWriter(octets);
        summary.Write(ref writer);
        return writer.Length;
    }
}
