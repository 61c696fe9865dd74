using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using static Plenum.Bacnet.Protocol.Messages.MessageDecoder;

namespace Plenum.Bacnet.Protocol.Messages;

public static partial class MessageTable
{
    /// <summary>Clauses 13.1 to 13.18: subscriptions to changes, and what they bring.</summary>
    private static MessageDecoder[] Changes =>
    [
        Request<SubscribeCovRequest>(ConfirmedService.SubscribeCov, SubscribeCovRequest.TryDecode, (request, fields) => fields
            .Add(ProcessId, request.ProcessId).Add(MessageFields.Object, request.Monitored).Add("confirmed", request.Confirmed).Add("lifetime", request.Lifetime)),
        Request<SubscribeCovPropertyRequest>(ConfirmedService.SubscribeCovProperty, SubscribeCovPropertyRequest.TryDecode, (request, fields) => fields
            .Add(ProcessId, request.ProcessId).Add(request.Monitored).Add("confirmed", request.Confirmed).Add("lifetime", request.Lifetime).Add("increment", request.Increment)),
        Request<SubscribeCovPropertyMultipleRequest>(ConfirmedService.SubscribeCovPropertyMultiple, SubscribeCovPropertyMultipleRequest.TryDecode, (request, fields) => fields
            .Add(ProcessId, request.ProcessId).Add("confirmed", request.Confirmed).Add("lifetime", request.Lifetime).Add("maxNotificationDelay", request.MaxNotificationDelay)
            .AddByObject(request.References, item => item.Monitored, (item, inner) => inner.Add("increment", item.Increment).Add("timestamped", item.Timestamped))),
        Error<SubscribeCovPropertyMultipleError>(ConfirmedService.SubscribeCovPropertyMultiple, SubscribeCovPropertyMultipleError.TryDecode, AddRefusal),
        Request<CovNotificationRequest>(ConfirmedService.ConfirmedCovNotification, CovNotificationRequest.TryDecode, AddNotification),
        Unconfirmed<CovNotificationRequest>(UnconfirmedService.UnconfirmedCovNotification, CovNotificationRequest.TryDecode, AddNotification),
        Request<CovNotificationMultipleRequest>(ConfirmedService.ConfirmedCovNotificationMultiple, CovNotificationMultipleRequest.TryDecode, AddNotifications),
        Unconfirmed<CovNotificationMultipleRequest>(UnconfirmedService.UnconfirmedCovNotificationMultiple, CovNotificationMultipleRequest.TryDecode, AddNotifications),
    ];

    private static void AddRefusal(SubscribeCovPropertyMultipleError refusal, MessageFields fields)
    {
        fields.Add(refusal.Refusal);
        if (refusal.FirstFailed is { } failed) fields.AddGroup("firstFailed", inner => inner.Add(failed));
    }

    private static void AddNotification(CovNotificationRequest request, MessageFields fields) => AddValues(request.Monitored, request.Values, fields
        .Add(ProcessId, request.ProcessId).Add("device", request.Device).Add(MessageFields.Object, request.Monitored).Add("timeRemaining", request.TimeRemaining));

    private static void AddNotifications(CovNotificationMultipleRequest request, MessageFields fields) => fields
        .Add(ProcessId, request.ProcessId).Add("device", request.Device).Add("timeRemaining", request.TimeRemaining).AddText("timestamp", request.Timestamp)
        .AddByObject(request.Changes, item => item.Monitored, (item, inner) => inner
            .Add(MessageFields.Value, item.Monitored, item.Value).AddText("changedAt", item.ChangedAt));
}
