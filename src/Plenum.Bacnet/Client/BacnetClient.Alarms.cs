using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

public sealed partial class BacnetClient
{
    /// <summary>How often GetEventInformation is asked at most; a device that has still more then, or repeats itself, is not believed any further.</summary>
    private const int MostEventPages = 1000;

    /// <summary>Raised for every event notification that arrives, on the receiving thread; the confirmed ones, which are acknowledged, only with <see cref="BacnetClientOptions.ReceivesEvents"/>. A notification may come more than once.</summary>
    public event Action<EventNotification, DeviceAddress>? EventNotificationReceived;

    /// <summary>Acknowledges an event; the time stamp must be the one that its notification, or its summary, carried.</summary>
    /// <returns>Null when the device took it, else its refusal.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public ValueTask<BacnetError?> AcknowledgeAlarmAsync(Device device, AcknowledgeAlarmRequest request, CancellationToken cancel = default) =>
        AskAsync(device, ConfirmedService.AcknowledgeAlarm, request.Encode, cancel);

    /// <summary>The objects that are in alarm.</summary>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public ValueTask<Answer<GetAlarmSummaryAck>> GetAlarmSummaryAsync(Device device, CancellationToken cancel = default) =>
        AskAsync<GetAlarmSummaryAck>(device, ConfirmedService.GetAlarmSummary, static (ref _) => { }, GetAlarmSummaryAck.TryDecode, null, cancel);

    /// <summary>The objects that can see events and pass a filter.</summary>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public ValueTask<Answer<GetEnrollmentSummaryAck>> GetEnrollmentSummaryAsync(Device device, GetEnrollmentSummaryRequest request, CancellationToken cancel = default) =>
        AskAsync<GetEnrollmentSummaryAck>(device, ConfirmedService.GetEnrollmentSummary, request.Encode, GetEnrollmentSummaryAck.TryDecode, null, cancel);

    /// <summary>One answer's worth of the objects that are in alarm or have something to acknowledge.</summary>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public ValueTask<Answer<GetEventInformationAck>> GetEventInformationAsync(Device device, GetEventInformationRequest request, CancellationToken cancel = default) =>
        AskAsync<GetEventInformationAck>(device, ConfirmedService.GetEventInformation, request.Encode, GetEventInformationAck.TryDecode, null, cancel);

    /// <summary>All objects that are in alarm or have something to acknowledge, asked for until the device has no more.</summary>
    /// <exception cref="BacnetTimeoutException">The device fell silent.</exception>
    public async ValueTask<Answer<IReadOnlyList<EventSummary>>> GetEventsAsync(Device device, CancellationToken cancel = default)
    {
        List<EventSummary> events = [];
        HashSet<ObjectId> known = [];
        ObjectId? last = null;
        for (var page = 0; page < MostEventPages; page++)
        {
            var answer = await GetEventInformationAsync(device, new(last), cancel).ConfigureAwait(false);
            if (answer.Error is { } error) return new(error);
            var isNews = false;
            foreach (var summary in answer.Ack.Events)
            {
                if (!known.Add(summary.Object)) continue;
                events.Add(summary);
                isNews = true;
            }
            if (!answer.Ack.MoreEvents || !isNews) break;
            last = answer.Ack.Events[^1].Object;
        }
        return new(events);
    }

    /// <summary>Silences or resets life safety objects.</summary>
    /// <returns>Null when the device did it, else its refusal.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public ValueTask<BacnetError?> LifeSafetyOperationAsync(Device device, LifeSafetyOperationRequest request, CancellationToken cancel = default) =>
        AskAsync(device, ConfirmedService.LifeSafetyOperation, request.Encode, cancel);

    private void OnEventNotification(in BipFrame frame)
    {
        if (EventNotificationRequest.TryDecode(frame.Content, out var request, out var error)) EventNotificationReceived?.Invoke(request.Notification, frame.Source);
        else _port.CountUndecodable(error);
    }

    private void OnConfirmedEventNotification(in BipFrame frame)
    {
        if (!_receivesEvents || !frame.IsUnicastToUs) return;
        var answer = new ApduHeader { InvokeId = frame.Apdu.InvokeId };
        if (frame.Apdu.Segmented) answer = answer with { Type = PduType.Abort, FromServer = true, Service = (byte)AbortReason.SegmentationNotSupported };
        else if (!EventNotificationRequest.TryDecode(frame.Content, out var request, out var error)) answer = answer with { Type = PduType.Reject, Service = (byte)RejectReasons.Of(error) };
        else
        {
            answer = answer with { Type = PduType.SimpleAck, Service = frame.Apdu.Service };
            EventNotificationReceived?.Invoke(request.Notification, frame.Source);
        }
        Span<byte> apdu = stackalloc byte[3];
        _port.TrySendApdu(apdu[..answer.Encode(apdu)], frame.Source, expectsReply: false);
    }
}
