using System.Collections.Concurrent;
using System.Collections.Immutable;
using Plenum.Bacnet.Client.Cov;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

public sealed partial class BacnetClient
{
    private readonly ConcurrentDictionary<DeviceAddress, ImmutableList<DeviceSubscriptions>> _subscriptions = new();

    /// <summary>What devices have told, and what of it was not believed.</summary>
    public CovCounters CovCounters { get; } = new();

    internal long UtcNowMs => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Subscribes to an object's changes for 1 to 28800 s, or, with a cancellation, ends that.</summary>
    /// <returns>Null when the device has accepted it, else its refusal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is not within its bounds.</exception>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public async ValueTask<BacnetError?> SubscribeAsync(Device device, SubscribeCovRequest request, CancellationToken cancel = default)
    {
        var reply = await AskAsync(CovExchange.Of(request), device, $"SubscribeCOV of {request.Monitored}", cancel).ConfigureAwait(false);
        return reply.IsAnswered ? null : reply.Error;
    }

    /// <summary>Subscribes to a property's changes for 1 to 28800 s, or, with a cancellation, ends that.</summary>
    /// <returns>Null when the device has accepted it, else its refusal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is not within its bounds.</exception>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public async ValueTask<BacnetError?> SubscribeAsync(Device device, SubscribeCovPropertyRequest request, CancellationToken cancel = default)
    {
        var reply = await AskAsync(CovExchange.Of(request), device, $"SubscribeCOVProperty of {request.Monitored}", cancel).ConfigureAwait(false);
        return reply.IsAnswered ? null : reply.Error;
    }

    /// <summary>Subscribes to the changes of properties of several objects for 1 to 28800 s, or, with a cancellation, ends that.</summary>
    /// <returns>Null when the device has accepted all of it, else why it took none of it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is not within its bounds.</exception>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public async ValueTask<SubscriptionFailure?> SubscribeManyAsync(Device device, SubscribeCovPropertyMultipleRequest request, CancellationToken cancel = default)
    {
        var exchange = new SubscribeManyExchange(request);
        var reply = await AskAsync(exchange, device, exchange.Service, cancel).ConfigureAwait(false);
        return reply.IsAnswered ? null : new SubscriptionFailure(reply.Error, exchange.FirstFailed);
    }

    /// <summary>Subscriptions of one device that are kept alive; nothing is asked for before <see cref="DeviceSubscriptions.TendAsync"/>.</summary>
    public DeviceSubscriptions Subscriptions(IEnumerable<CovTarget> targets, CovOptions options) => new(this, targets, options, _random);

    internal void ExpectNotifications(DeviceAddress from, DeviceSubscriptions subscriptions) =>
        _subscriptions.AddOrUpdate(from, static (_, one) => [one], static (_, some, one) => some.Contains(one) ? some : some.Add(one), subscriptions);

    internal void ForgetSubscriptions(DeviceAddress from, DeviceSubscriptions subscriptions) =>
        _subscriptions.AddOrUpdate(from, static (_, _) => [], static (_, some, one) => some.Remove(one), subscriptions);

    private void OnConfirmedNotification(in BipFrame frame)
    {
        if (!frame.IsUnicastToUs) return;
        Span<byte> apdu = stackalloc byte[32];
        var length = frame.Apdu.Segmented
            ? new ApduHeader { Type = PduType.Abort, FromServer = true, InvokeId = frame.Apdu.InvokeId, Service = (byte)AbortReason.SegmentationNotSupported }.Encode(apdu)
            : TryReadDelivery(in frame, isMultiple: frame.Apdu.Service == (byte)ConfirmedService.ConfirmedCovNotificationMultiple, out var delivery, out var error)
                ? Answer(apdu, in frame, Deliver(in frame, delivery))
                : new ApduHeader { Type = PduType.Reject, InvokeId = frame.Apdu.InvokeId, Service = (byte)RejectReasons.Of(error) }.Encode(apdu);
        _port.TrySendApdu(apdu[..length], frame.Source, expectsReply: false);
    }

    private void OnUnconfirmedNotification(in BipFrame frame)
    {
        if (!TryReadDelivery(in frame, isMultiple: frame.Apdu.Service == (byte)UnconfirmedService.UnconfirmedCovNotificationMultiple, out var delivery, out var error))
        {
            _port.CountUndecodable(error);
            return;
        }
        var subscriptions = SubscriptionsAt(frame.Source);
        if (delivery.IsRestart)
        {
            foreach (var device in subscriptions) device.OnRestarted("the device said that it has restarted");
            return;
        }
        var verdict = CovVerdict.Unknown;
        foreach (var device in subscriptions) verdict = Better(verdict, device.TakeUnconfirmed(delivery));
        CovCounters.Count(verdict);
    }

    private CovVerdict Deliver(in BipFrame frame, CovDelivery delivery)
    {
        var verdict = CovVerdict.Unknown;
        foreach (var device in SubscriptionsAt(frame.Source)) verdict = Better(verdict, device.TakeConfirmed(frame.Apdu.InvokeId, frame.Content, delivery));
        CovCounters.Count(verdict);
        return verdict;
    }

    private ImmutableList<DeviceSubscriptions> SubscriptionsAt(DeviceAddress from) => _subscriptions.TryGetValue(from, out var some) ? some : [];

    /// <summary>Of one device that is configured twice, one may have no room for what the other has taken.</summary>
    private static CovVerdict Better(CovVerdict one, CovVerdict other) => one is CovVerdict.Unknown || other is CovVerdict.Full ? other : one;

    /// <summary>SimpleACK; for what is not ours the Error of clauses 13.1.2 and 13.17.2, so that the device stops telling it.</summary>
    private static int Answer(Span<byte> apdu, in BipFrame frame, CovVerdict verdict)
    {
        var answer = new ApduHeader { Type = PduType.SimpleAck, InvokeId = frame.Apdu.InvokeId, Service = frame.Apdu.Service };
        if (verdict is CovVerdict.Taken or CovVerdict.Repeated) return answer.Encode(apdu);
        if (verdict == CovVerdict.Full) return (answer with { Type = PduType.Abort, FromServer = true, Service = (byte)AbortReason.OutOfResources }).Encode(apdu);
        var size = (answer with { Type = PduType.Error }).Encode(apdu);
        var writer = new TagWriter(apdu[size..]);
        ErrorReply.Encode(ref writer, new(ErrorClass.Services, ErrorCode.UnknownSubscription));
        return size + writer.Length;
    }

    private static bool TryReadDelivery(in BipFrame frame, bool isMultiple, out CovDelivery delivery, out DecodeError error)
    {
        delivery = default;
        if (isMultiple)
        {
            if (!CovNotificationMultipleRequest.TryDecode(frame.Content, out var several, out error)) return false;
            delivery = CovDelivery.Of(several);
            return true;
        }
        if (!CovNotificationRequest.TryDecode(frame.Content, out var one, out error)) return false;
        delivery = CovDelivery.Of(one);
        return true;
    }
}
