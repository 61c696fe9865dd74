using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client.Cov;

public sealed partial class DeviceSubscriptions
{
    private const uint LeastGrantedLifetime = 60;

    private readonly Dictionary<ConfirmedService, (string Why, TimeSpan Until)> _unknown = [];
    private uint _lifetime;
    private (int Places, TimeSpan Until) _room = (int.MaxValue, TimeSpan.Zero);
    private int _revision;

    /// <summary>Asks for what is due: renewals first, then what is not subscribed to yet, one after the other, and no more at once than the options say.</summary>
    /// <param name="device">The device; when it is at another place than before, or another one, everything is asked for anew.</param>
    /// <param name="until">When to stop, on the clock of <see cref="BacnetClient.Now"/>; the rest comes at the next call.</param>
    /// <param name="cancel">Gives it up.</param>
    public async ValueTask TendAsync(Device device, TimeSpan until, CancellationToken cancel = default)
    {
        Meet(device);
        for (var asked = 0; asked < _options.MostAtOnce && Now < until; asked++)
        {
            if (TakeDue() is not { } subscription) return;
            var reply = await _client.SendAsync(Request(subscription.Target), device.Address, null, cancel).ConfigureAwait(false);
            if (!OnReply(subscription, reply)) return;
        }
    }

    /// <summary>Ends what the device holds, as far as it answers: a device that nobody listens to any more need not tell.</summary>
    public async ValueTask CancelAsync(Device device, CancellationToken cancel = default)
    {
        List<CovSubscription> held;
        lock (_gate) held = _all.FindAll(subscription => subscription.Lease.IsHeld);
        foreach (var subscription in held)
        {
            var reply = await _client.SendAsync(Cancellation(subscription.Target), device.Address, null, cancel).ConfigureAwait(false);
            if (reply.IsSilence) return;
            lock (_gate) Lose(subscription, Now, "cancelled");
        }
    }

    private void Meet(Device device)
    {
        lock (_gate)
        {
            if (_address == device.Address && (_instance is null || device.Instance is null || _instance == device.Instance))
            {
                _instance ??= device.Instance;
                return;
            }
            if (_address is { } before) _client.ForgetSubscriptions(before, this);
            var isKnown = _address is not null;
            (_address, _instance) = (device.Address, device.Instance);
            _client.ExpectNotifications(device.Address, this);
            if (!isKnown) return;
            (_lifetime, _room) = (_options.Lease.LifetimeSeconds, (int.MaxValue, TimeSpan.Zero));
            _unknown.Clear();
            foreach (var subscription in _all) Lose(subscription, Now, "the device is at another place, or another one");
        }
    }

    /// <summary>What is to be asked for next; null when nothing is due. What there is no room for, or no service, is refused without asking.</summary>
    private CovSubscription? TakeDue()
    {
        lock (_gate)
        {
            var now = Now;
            var held = 0;
            foreach (var subscription in _all)
            {
                Look(subscription, now);
                if (subscription.Lease.IsHeld) held++;
            }
            foreach (var subscription in _all.Where(subscription => subscription.Lease.Due <= now).OrderByDescending(subscription => subscription.Lease.IsHeld).ToList())
            {
                if (WhyNotAsk(subscription, held, now) is not { } why)
                {
                    subscription.Lease.OnAsked(now);
                    return subscription;
                }
                Refuse(subscription, now, why);
            }
            return null;
        }
    }

    /// <summary>What the device has said of itself counts for a while; the first subscription that is due after that asks for all of them.</summary>
    private string? WhyNotAsk(CovSubscription subscription, int held, TimeSpan now)
    {
        if (_unknown.TryGetValue(subscription.Service, out var unknown) && now < unknown.Until) return unknown.Why;
        var places = now < _room.Until ? Math.Min(_room.Places, _options.MostPerDevice) : _options.MostPerDevice;
        return subscription.Lease.IsHeld || held < places ? null : $"there is room for {places} subscriptions";
    }

    /// <summary>Takes an answer; false when the device does not answer, and the rest can wait.</summary>
    private bool OnReply(CovSubscription subscription, Reply reply)
    {
        lock (_gate)
        {
            var (lease, now) = (subscription.Lease, Now);
            var wasLive = lease.IsLive(now);
            if (reply.IsAnswered) lease.OnAccepted(now, TimeSpan.FromSeconds(_lifetime), Random);
            else if (reply.Kind == ReplyKind.NotSent) return false;
            else if (reply.IsSilence) lease.OnSilence(now, Random);
            else OnRefusal(subscription, reply, now);
            if (wasLive != lease.IsLive(now)) _revision++;
            return !reply.IsSilence;
        }
    }

    private void OnRefusal(CovSubscription subscription, Reply reply, TimeSpan now)
    {
        var why = $"{(subscription.Target.Property is null ? "SubscribeCOV" : "SubscribeCOVProperty")} was answered {reply.Error}";
        switch (CovRefusals.Of(reply))
        {
            case CovRefusal.Lifetime when _lifetime > LeastGrantedLifetime:
                _lifetime = Math.Max(LeastGrantedLifetime, _lifetime / 4);   // asked for again at once, with the shorter one
                return;
            case CovRefusal.Service:
                _unknown[subscription.Service] = (why, now + _options.Lease.RetryRefused);
                break;
            case CovRefusal.Full:
                _room = (_all.Count(other => other != subscription && other.Lease.IsHeld), now + _options.Lease.RetryRefused);
                break;
        }
        Refuse(subscription, now, why);
    }

    private void Look(CovSubscription subscription, TimeSpan now)
    {
        var state = subscription.Lease.State;
        subscription.Lease.OnTime(now, Random);
        if (subscription.Lease.State != state) _revision++;
    }

    private void Refuse(CovSubscription subscription, TimeSpan now, string why)
    {
        subscription.Lease.OnRefused(now, why, Random);
        subscription.Forget();
        _revision++;
    }

    private void Lose(CovSubscription subscription, TimeSpan now, string why)
    {
        subscription.Lease.OnLost(now, why);
        subscription.Forget();
        _revision++;
    }

    private Exchange Request(CovTarget target) => target.Property is { } property
        ? CovExchange.Of(new SubscribeCovPropertyRequest(_options.ProcessId, new(target.Object, property, target.ArrayIndex), _options.Confirmed, _lifetime, target.Increment))
        : CovExchange.Of(new SubscribeCovRequest(_options.ProcessId, target.Object, _options.Confirmed, _lifetime));

    private Exchange Cancellation(CovTarget target) => target.Property is { } property
        ? CovExchange.Of(SubscribeCovPropertyRequest.Cancellation(_options.ProcessId, new(target.Object, property, target.ArrayIndex)))
        : CovExchange.Of(SubscribeCovRequest.Cancellation(_options.ProcessId, target.Object));
}
