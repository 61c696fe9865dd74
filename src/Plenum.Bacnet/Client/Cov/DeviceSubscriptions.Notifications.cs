using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client.Cov;

public sealed partial class DeviceSubscriptions
{
    private readonly RecentNotifications _recent = new();

    /// <summary>A confirmed notification of this device. Runs on the receiving thread.</summary>
    internal CovVerdict TakeConfirmed(byte invokeId, ReadOnlySpan<byte> octets, CovDelivery delivery)
    {
        lock (_gate)
        {
            var now = Now;
            if (_recent.Contains(invokeId, octets, now)) return CovVerdict.Repeated;
            var verdict = Take(delivery, now);
            if (verdict == CovVerdict.Taken) _recent.Add(invokeId, octets, now);
            return verdict;
        }
    }

    /// <summary>An unconfirmed notification of this device. Runs on the receiving thread.</summary>
    internal CovVerdict TakeUnconfirmed(CovDelivery delivery)
    {
        lock (_gate) return Take(delivery, Now);
    }

    /// <summary>Inside the lock. It is believed only if the process id is ours, the device is the one that was asked, and each of its objects is subscribed to.</summary>
    private CovVerdict Take(CovDelivery delivery, TimeSpan now)
    {
        if (delivery.ProcessId != _options.ProcessId || (_instance is { } instance && delivery.Device != new ObjectId(ObjectType.Device, instance))) return CovVerdict.Unknown;
        var verdict = CovVerdict.Unknown;
        foreach (var (monitored, values) in delivery.Objects)
        {
            foreach (var subscription in _byObject[monitored])
            {
                if (!subscription.Target.IsToldBy(values)) continue;
                verdict = CovVerdict.Taken;
                if (!TryKeep(subscription, delivery, values, now)) return CovVerdict.Full;
            }
        }
        return verdict;
    }

    private bool TryKeep(CovSubscription subscription, CovDelivery delivery, IReadOnlyList<BacnetPropertyValue> values, TimeSpan now)
    {
        foreach (var value in values)
        {
            if (!subscription.Target.Wants(in value)) continue;
            var notification = new CovNotification(new(subscription.Target.Object, value.Property, value.ArrayIndex), value.Value, now, _client.UtcNowMs);
            if (!_notifications.Writer.TryWrite(notification))
            {
                Lose(subscription, now, "notifications came faster than they could be taken");
                return false;
            }
            subscription.Keep(in notification);
        }
        var wasLive = subscription.Lease.IsLive(now);
        subscription.Lease.OnNotified(now, delivery.TimeRemaining);
        if (wasLive != subscription.Lease.IsLive(now)) _revision++;
        return true;
    }
}
