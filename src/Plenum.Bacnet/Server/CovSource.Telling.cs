using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

public sealed partial class CovSource
{
    /// <summary>Ends what is over, repeats what was not acknowledged, and tells what has changed.</summary>
    private void OnTimer()
    {
        lock (_gate)
        {
            Expire();
            var now = Now;
            if (_subscriptions.Count == 0) _timer.Change(System.Threading.Timeout.InfiniteTimeSpan, System.Threading.Timeout.InfiniteTimeSpan);
            if (IsMute || Communication is { MayInitiate: false }) return;
            foreach (var subscription in _subscriptions.Values.ToList())
            {
                if (subscription.Pending is { } pending) Repeat(subscription, pending, now);
                else TellChange(subscription, now);
            }
        }
    }

    /// <summary>Inside the lock.</summary>
    private void Expire()
    {
        var now = Now;
        foreach (var (key, subscription) in _subscriptions)
            if (subscription.EndsAt <= now) _subscriptions.Remove(key);
    }

    private void Repeat(ServedSubscription subscription, PendingNotification pending, TimeSpan now)
    {
        if (now < pending.Due) return;
        if (pending.Tries > _options.Retries)
        {
            subscription.Pending = null;   // the next change is told as if this one had been
            return;
        }
        subscription.Pending = pending with { Tries = pending.Tries + 1, Due = now + _options.Timeout };
        _port.TrySendApdu(pending.Apdu, subscription.Key.Subscriber, expectsReply: true);
    }

    private void TellChange(ServedSubscription subscription, TimeSpan now)
    {
        var key = subscription.Key;
        if (_device.Read(key.Monitored) is not { HasValue: true, Value: var value }) return;
        var flags = Flags(key.Object);
        if (!subscription.IsChange(value, flags, subscription.Increment ?? Increment(key.Object))) return;
        subscription.Told = (value, flags);
        Tell(subscription, Notification(subscription, value, flags, now), now);
    }

    private CovNotificationRequest Notification(ServedSubscription subscription, BacnetValue value, BacnetValue flags, TimeSpan now)
    {
        var key = subscription.Key;
        List<BacnetPropertyValue> values = [new(key.Monitored.Property, key.ArrayIndex, value)];
        if (flags.Kind != BacnetKind.Null && key.Property != PropertyId.StatusFlags) values.Add(new(PropertyId.StatusFlags, null, flags));
        return new(key.ProcessId, new(ObjectType.Device, _device.Instance), key.Object, subscription.Remaining(now), values);
    }

    private void Tell(ServedSubscription subscription, CovNotificationRequest notification, TimeSpan now)
    {
        Span<byte> apdu = stackalloc byte[ApduSizes.Largest];
        var invokeId = subscription.Confirmed ? (byte)(_nextInvokeId++ & MostInvokeId) : (byte)0;
        var header = subscription.Confirmed
            ? new ApduHeader { Type = PduType.ConfirmedRequest, MaxApduCode = ApduSizes.Encode(_device.MaxApdu), InvokeId = invokeId, Service = (byte)ConfirmedService.ConfirmedCovNotification }
            : new ApduHeader { Type = PduType.UnconfirmedRequest, Service = (byte)UnconfirmedService.UnconfirmedCovNotification };
        var size = header.Encode(apdu);
        var writer = new TagWriter(apdu[size..Math.Min(_device.MaxApdu, ApduSizes.Largest)]);
        notification.Encode(ref writer);
        if (writer.Overflowed) return;   // too large for this device to tell: whoever wants it reads it
        apdu = apdu[..(size + writer.Length)];
        if (subscription.Confirmed) subscription.Pending = new(apdu.ToArray(), invokeId, Tries: 1, now + _options.Timeout);
        _port.TrySendApdu(apdu, subscription.Key.Subscriber, expectsReply: subscription.Confirmed);
    }

    private BacnetValue Flags(ObjectId id) => _device.Read(new(id, PropertyId.StatusFlags)) is { HasValue: true, Value: var flags } ? flags : BacnetValue.Null;

    private double Increment(ObjectId id) => _device.Read(new(id, PropertyId.CovIncrement)) is { HasValue: true, Value: { Kind: BacnetKind.Real } increment } ? increment.AsReal : 0;
}
