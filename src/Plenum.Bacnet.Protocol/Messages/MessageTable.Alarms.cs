using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using static Plenum.Bacnet.Protocol.Messages.MessageDecoder;

namespace Plenum.Bacnet.Protocol.Messages;

public static partial class MessageTable
{
    /// <summary>Clauses 13.5 to 13.13: alarms and events.</summary>
    private static MessageDecoder[] Alarms =>
    [
        Request<EventNotificationRequest>(ConfirmedService.ConfirmedEventNotification, EventNotificationRequest.TryDecode, (request, fields) => AddEvent(request.Notification, fields)),
        Unconfirmed<EventNotificationRequest>(UnconfirmedService.UnconfirmedEventNotification, EventNotificationRequest.TryDecode, (request, fields) => AddEvent(request.Notification, fields)),
        Request<AcknowledgeAlarmRequest>(ConfirmedService.AcknowledgeAlarm, AcknowledgeAlarmRequest.TryDecode, (request, fields) => fields
            .Add(ProcessId, request.ProcessId).Add(MessageFields.Object, request.Object).AddNamed<EventState>(State, request.State)
            .AddText("eventTime", request.EventTime).Add("by", request.Source).AddText("acknowledgedAt", request.AcknowledgedAt)),
        new(Apdu.PduType.ConfirmedRequest, (byte)ConfirmedService.GetAlarmSummary, OctetData.Nothing),
        Ack<GetAlarmSummaryAck>(ConfirmedService.GetAlarmSummary, GetAlarmSummaryAck.TryDecode, (ack, fields) => fields.AddList("alarms", ack.Alarms, (item, inner) => inner
            .Add(MessageFields.Object, item.Object).AddNamed<EventState>(State, item.State).AddFlags("acknowledged", item.Acknowledged))),
        Request<GetEnrollmentSummaryRequest>(ConfirmedService.GetEnrollmentSummary, GetEnrollmentSummaryRequest.TryDecode, (request, fields) => fields
            .AddNamed<AcknowledgmentFilter>("acknowledgment", request.Acknowledgment).AddText("enrollment", request.Enrollment).AddNamed<EventStateFilter>(State, request.State)
            .AddNamed<EventType>("eventType", request.EventType).Add("leastPriority", request.Priorities?.Least).Add("mostPriority", request.Priorities?.Most)
            .Add(NotificationClass, request.NotificationClass)),
        Ack<GetEnrollmentSummaryAck>(ConfirmedService.GetEnrollmentSummary, GetEnrollmentSummaryAck.TryDecode, (ack, fields) => fields.AddList("enrollments", ack.Enrollments, (item, inner) => inner
            .Add(MessageFields.Object, item.Object).AddNamed<EventType>("eventType", item.EventType).AddNamed<EventState>(State, item.State)
            .Add(Priority, item.Priority).Add(NotificationClass, item.NotificationClass))),
        Request<GetEventInformationRequest>(ConfirmedService.GetEventInformation, GetEventInformationRequest.TryDecode, (request, fields) => fields.Add("lastReceived", request.LastReceived)),
        Ack<GetEventInformationAck>(ConfirmedService.GetEventInformation, GetEventInformationAck.TryDecode, (ack, fields) => fields
            .AddList("events", ack.Events, AddSummary).Add("moreEvents", ack.MoreEvents)),
        Request<LifeSafetyOperationRequest>(ConfirmedService.LifeSafetyOperation, LifeSafetyOperationRequest.TryDecode, (request, fields) => fields
            .Add(ProcessId, request.ProcessId).Add("by", request.Source).AddNamed<LifeSafetyOperation>("operation", request.Operation).Add(MessageFields.Object, request.Object)),
    ];

    private static void AddEvent(EventNotification notification, MessageFields fields) => fields
        .Add(ProcessId, notification.ProcessId).Add("device", notification.Device).Add(MessageFields.Object, notification.Object).AddText("time", notification.Time)
        .Add(NotificationClass, notification.NotificationClass).Add(Priority, notification.Priority).AddNamed<EventType>("eventType", notification.EventType)
        .Add("message", notification.MessageText).AddNamed<NotifyType>("notifyType", notification.NotifyType).Add("ackRequired", notification.AckRequired)
        .AddNamed<EventState>("fromState", notification.FromState).AddNamed<EventState>("toState", notification.ToState).AddText("values", notification.Values);

    private static void AddSummary(EventSummary summary, MessageFields fields) => fields
        .Add(MessageFields.Object, summary.Object).AddNamed<EventState>(State, summary.State).AddFlags("acknowledged", summary.Acknowledged)
        .AddText("times", summary.Times).AddNamed<NotifyType>("notifyType", summary.NotifyType).AddFlags("enabled", summary.Enabled).AddText("priorities", summary.Priorities);
}
