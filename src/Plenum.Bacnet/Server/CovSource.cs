using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Server;

/// <summary>Tells subscribers how a device of ours changes (clauses 13.1, 13.2, 13.14, 13.15): holds their subscriptions, looks at the values, and repeats what is not acknowledged.</summary>
/// <remarks>Its confirmed notifications have invoke ids of their own: do not put it on a port together with a client that asks the same devices.</remarks>
public sealed partial class CovSource : IFrameHandler, IDisposable
{
    /// <summary>The ids above belong to event notifications, which may go to the same peers.</summary>
    private const byte MostInvokeId = EventSender.FirstInvokeId - 1;

    private readonly BacnetPort _port;
    private readonly ILocalDevice _device;
    private readonly CovSourceOptions _options;
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly Lock _gate = new();
    private readonly Dictionary<SubscriptionKey, ServedSubscription> _subscriptions = [];
    private readonly ITimer _timer;
    private byte _nextInvokeId;

    /// <summary>Changes of a device, told through a port. Before the port is started only.</summary>
    public CovSource(BacnetPort port, ILocalDevice device, CovSourceOptions options, TimeProvider time)
    {
        (_port, _device, _options, _time, _origin) = (port, device, options, time, time.GetTimestamp());
        using (ExecutionContext.SuppressFlow())
            _timer = time.CreateTimer(static self => ((CovSource)self!).OnTimer(), this, System.Threading.Timeout.InfiniteTimeSpan, System.Threading.Timeout.InfiniteTimeSpan);
        port.Attach(this);
    }

    /// <summary>Whether it keeps silent about changes although it accepts subscriptions, as some devices do; default false.</summary>
    public bool IsMute { get; set; }

    /// <summary>What the device may say at present; null, the default, for everything.</summary>
    public CommunicationState? Communication { get; init; }

    /// <summary>How many subscriptions it holds.</summary>
    public int Count
    {
        get { lock (_gate) return _subscriptions.Count; }
    }

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>Forgets every subscription, as a restart does.</summary>
    public void Forget()
    {
        lock (_gate) _subscriptions.Clear();
    }

    /// <summary>Takes the answers to its own notifications.</summary>
    public void OnFrame(in BipFrame frame)
    {
        if (!frame.HasApdu || frame.Apdu.Type is not (PduType.SimpleAck or PduType.Error or PduType.Reject or PduType.Abort)) return;
        lock (_gate)
        {
            foreach (var subscription in _subscriptions.Values)
            {
                if (subscription.Pending is not { } pending || pending.InvokeId != frame.Apdu.InvokeId || subscription.Key.Subscriber != frame.Source) continue;
                subscription.Pending = null;
                if (frame.Apdu.Type == PduType.Error && IsUnknown(frame.Content)) _subscriptions.Remove(subscription.Key);   // it tells that it does not want it
                else if (frame.Apdu.Type == PduType.Abort) subscription.Told = null;   // it could not take it now
                return;
            }
        }
    }

    /// <summary>Active_COV_Subscriptions of the Device object (clause 12.11.39): a BACnetCOVSubscription for each.</summary>
    public IReadOnlyList<BacnetValue> ActiveSubscriptions()
    {
        lock (_gate)
        {
            Expire();
            var now = Now;
            return [.. _subscriptions.Values.Select(subscription => ActiveSubscription.Of(subscription, now))];
        }
    }

    /// <summary>Tells nothing more.</summary>
    public void Dispose()
    {
        lock (_gate) _subscriptions.Clear();
        _timer.Dispose();
    }

    /// <summary>Takes a subscription, renews it, or ends it.</summary>
    /// <returns>Null when that was done, else why not (clauses 13.14.1.3.1, 13.15.1.3.1).</returns>
    internal BacnetError? Subscribe(SubscriptionKey key, bool? confirmed, uint? lifetime, float? increment)
    {
        lock (_gate)
        {
            if (confirmed is null)
            {
                _subscriptions.Remove(key);
                return null;
            }
            if (WhyNot(key) is { } refusal) return refusal;
            Expire();
            if (!_subscriptions.TryGetValue(key, out var subscription))
            {
                if (_subscriptions.Count >= _options.Room) return new(ErrorClass.Resources, ErrorCode.NoSpaceToAddListElement);
                _subscriptions.Add(key, subscription = new(key));
            }
            (subscription.Confirmed, subscription.Increment, subscription.Told, subscription.Pending) = (confirmed.Value, increment, null, null);
            subscription.EndsAt = lifetime is > 0 and var seconds ? Now + TimeSpan.FromSeconds(seconds) : null;
            _timer.Change(TimeSpan.FromMilliseconds(1), _options.Interval);   // the acknowledgement goes first, then the first value
            return null;
        }
    }

    private BacnetError? WhyNot(SubscriptionKey key)
    {
        if (_device.Properties(key.Object) is null) return new(ErrorClass.Object, ErrorCode.UnknownObject);
        if (key.Property is not null) return _device.Read(key.Monitored).Error;
        var isTold = _device.Read(key.Monitored).HasValue && Flags(key.Object).Kind == BacnetKind.BitString;
        return isTold ? null : new(ErrorClass.Object, ErrorCode.OptionalFunctionalityNotSupported);
    }

    private static bool IsUnknown(ReadOnlySpan<byte> error) => ErrorReply.TryDecode(error, out var refusal, out _) && refusal.Code == ErrorCode.UnknownSubscription;
}
