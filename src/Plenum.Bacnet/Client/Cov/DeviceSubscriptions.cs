using System.Threading.Channels;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client.Cov;

/// <summary>Everything that is subscribed to at one device: asked for, renewed, asked for anew when the device may have forgotten it, and given up with a reason where it does not work.</summary>
/// <remarks>It has no timer of its own: whoever reads the device calls <see cref="TendAsync"/> now and then, so that subscribing never competes with reading.
/// All members may be used from any thread; tend from one at a time.</remarks>
public sealed partial class DeviceSubscriptions : IDisposable
{
    private readonly BacnetClient _client;
    private readonly CovOptions _options;
    private readonly Random _random;
    private readonly Lock _gate = new();
    private readonly List<CovSubscription> _all;
    private readonly ILookup<ObjectId, CovSubscription> _byObject;
    private readonly Channel<CovNotification> _notifications;
    private DeviceAddress? _address;
    private uint? _instance;

    internal DeviceSubscriptions(BacnetClient client, IEnumerable<CovTarget> targets, CovOptions options, Random random)
    {
        (_client, _options, _random) = (client, options, random);
        _all = [.. targets.Distinct().Select(target => new CovSubscription(target, options.Lease))];
        _byObject = _all.ToLookup(subscription => subscription.Target.Object);
        _lifetime = options.Lease.LifetimeSeconds;
        _notifications = Channel.CreateBounded<CovNotification>(new BoundedChannelOptions(options.MostWaiting) { SingleReader = true });
    }

    /// <summary>What the device tells, in the order in which it came.</summary>
    public ChannelReader<CovNotification> Notifications => _notifications.Reader;

    private TimeSpan Now => _client.Now;

    private double Random
    {
        get { lock (_random) return _random.NextDouble(); }
    }

    /// <summary>Whether changes of a property are told at present, so that it need not be polled to see them.</summary>
    public bool IsLive(PropertyReference property)
    {
        var target = CovTarget.For(property);
        lock (_gate)
        {
            var now = Now;
            foreach (var subscription in _byObject[property.Object])
                if (subscription.Target == target) return subscription.Lease.IsLive(now);
            return false;
        }
    }

    /// <summary>Brings every subscription to the present time.</summary>
    /// <returns>A number that grows whenever a subscription begins or ceases to be relied on.</returns>
    public int Look()
    {
        lock (_gate)
        {
            var now = Now;
            foreach (var subscription in _all) Look(subscription, now);
            return _revision;
        }
    }

    /// <summary>What was told last of a property; null when nothing was since it was subscribed to.</summary>
    public CovNotification? Last(PropertyReference property)
    {
        var target = CovTarget.For(property);
        lock (_gate)
        {
            foreach (var subscription in _byObject[property.Object])
                if (subscription.Target == target) return subscription.Last(property);
            return null;
        }
    }

    /// <summary>The state of every subscription.</summary>
    public IReadOnlyList<CovState> States()
    {
        lock (_gate)
        {
            var now = Now;
            foreach (var subscription in _all) Look(subscription, now);
            return [.. _all.Select(subscription => new CovState(subscription.Target, subscription.Lease.State, subscription.Lease.Why, subscription.Lease.LastNotified))];
        }
    }

    /// <summary>The device may have forgotten its subscriptions: each of them is asked for anew, and not relied on until it is told of again.</summary>
    /// <param name="why">What that is concluded from.</param>
    public void OnRestarted(string why)
    {
        lock (_gate)
        {
            var now = Now;
            foreach (var subscription in _all)
                if (subscription.Lease.State != CovLeaseState.Refused) Lose(subscription, now, why);
        }
    }

    /// <summary>A change was not told: the subscription is not relied on any more, and tried again rarely.</summary>
    /// <param name="property">Whose change it was.</param>
    /// <param name="why">What shows it.</param>
    public void Distrust(PropertyReference property, string why)
    {
        var target = CovTarget.For(property);
        lock (_gate)
        {
            foreach (var subscription in _byObject[property.Object])
                if (subscription.Target == target) Refuse(subscription, Now, why);
        }
    }

    /// <summary>Takes no more notifications; whoever reads <see cref="Notifications"/> comes to its end.</summary>
    public void Dispose()
    {
        DeviceAddress? address;
        lock (_gate) (address, _address) = (_address, null);
        if (address is { } at) _client.ForgetSubscriptions(at, this);
        _notifications.Writer.TryComplete();
    }
}

/// <summary>One subscription as it stands.</summary>
/// <param name="Target">What is subscribed to.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Why">Why, for people.</param>
/// <param name="LastNotified">When a notification came last, on the clock of <see cref="BacnetClient.Now"/>; null before the first.</param>
public readonly record struct CovState(CovTarget Target, CovLeaseState State, string Why, TimeSpan? LastNotified);
