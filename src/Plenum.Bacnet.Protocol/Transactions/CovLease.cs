namespace Plenum.Bacnet.Protocol.Transactions;

/// <summary>One subscription to changes as its subscriber sees it: when to ask for it, when to renew it, and whether it can be relied on.</summary>
/// <remarks>
/// A subscription is relied on (<see cref="CovLeaseState.Live"/>) once the device has accepted it and has told a first value, until its lifetime ends. It is
/// renewed at half its lifetime, less a random tenth. A renewal that is not answered is tried again while the old lifetime lasts.
/// </remarks>
public sealed class CovLease(CovLeasePolicy policy)
{
    private TimeSpan _askedAt = TimeSpan.MinValue;
    private TimeSpan _heardAt = TimeSpan.MinValue;
    private TimeSpan _proofBy;
    private int _silences;

    /// <summary>Where it stands.</summary>
    public CovLeaseState State { get; private set; }

    /// <summary>Why it stands there, for people.</summary>
    public string Why { get; private set; } = "not asked for yet";

    /// <summary>When the device is to be asked next; in the past when it is overdue.</summary>
    public TimeSpan Due { get; private set; }

    /// <summary>When it ends unless it is renewed.</summary>
    public TimeSpan EndsAt { get; private set; }

    /// <summary>When a notification came last; null before the first.</summary>
    public TimeSpan? LastNotified => _heardAt == TimeSpan.MinValue ? null : _heardAt;

    /// <summary>Whether changes can be relied on to be told at this time.</summary>
    public bool IsLive(TimeSpan now) => State == CovLeaseState.Live && now < EndsAt;

    /// <summary>Whether the device holds it, as far as is known.</summary>
    public bool IsHeld => State is CovLeaseState.Live or CovLeaseState.Accepted;

    /// <summary>The device is being asked.</summary>
    public void OnAsked(TimeSpan now) => _askedAt = now;

    /// <summary>The device has accepted it, for so many seconds.</summary>
    /// <param name="now">The time.</param>
    /// <param name="lifetime">The lifetime that was asked for.</param>
    /// <param name="random">0..1: many subscriptions are not to be renewed together.</param>
    public void OnAccepted(TimeSpan now, TimeSpan lifetime, double random)
    {
        _silences = 0;
        var isProved = IsLive(now) || _heardAt >= _askedAt;
        EndsAt = now + lifetime;
        Due = now + (lifetime * (0.5 - (0.05 * random)));
        if (isProved) Become(CovLeaseState.Live, "subscribed");
        else
        {
            _proofBy = now + policy.FirstNotification;
            Become(CovLeaseState.Accepted, "accepted; its first notification is awaited");
        }
    }

    /// <summary>A notification came.</summary>
    /// <param name="now">The time.</param>
    /// <param name="remaining">How long the device says that it goes on; zero for ever. A device that grants less than was asked for is asked again in time.</param>
    public void OnNotified(TimeSpan now, TimeSpan remaining)
    {
        _heardAt = now;
        if (State == CovLeaseState.Accepted) Become(CovLeaseState.Live, "subscribed");
        if (!IsHeld || remaining <= TimeSpan.Zero || now + remaining >= EndsAt) return;
        EndsAt = now + remaining;
        if (now + (remaining / 2) < Due) Due = now + (remaining / 2);
    }

    /// <summary>Nobody answered: asked again after a growing pause; what was granted before still counts until it ends.</summary>
    public void OnSilence(TimeSpan now, double random)
    {
        var pause = policy.RetrySilent * Math.Pow(2, Math.Min(_silences++, 20));
        Due = now + ((pause < policy.MostRetrySilent ? pause : policy.MostRetrySilent) * (1 + (0.1 * random)));
        if (!IsLive(now)) Become(CovLeaseState.Wanted, "the device did not answer the subscription");
    }

    /// <summary>The device refuses it, or has shown that it cannot be relied on: it is asked again, rarely.</summary>
    public void OnRefused(TimeSpan now, string why, double random)
    {
        _silences = 0;
        Due = now + (policy.RetryRefused * (1 + (0.1 * random)));
        Become(CovLeaseState.Refused, why);
    }

    /// <summary>The device may have forgotten it: it is asked for anew at once.</summary>
    public void OnLost(TimeSpan now, string why)
    {
        _silences = 0;
        Due = now;
        _heardAt = TimeSpan.MinValue;
        Become(CovLeaseState.Wanted, why);
    }

    /// <summary>What time alone brings: an end, or no proof.</summary>
    public void OnTime(TimeSpan now, double random)
    {
        if (State == CovLeaseState.Accepted && now >= _proofBy) OnRefused(now, $"accepted, but no notification came within {policy.FirstNotification.TotalSeconds:0} s", random);
        else if (IsHeld && now >= EndsAt) Become(CovLeaseState.Wanted, "its lifetime ended before it could be renewed");
    }

    private void Become(CovLeaseState state, string why) => (State, Why) = (state, why);
}

/// <summary>Where a <see cref="CovLease"/> stands.</summary>
public enum CovLeaseState : byte
{
    /// <summary>To be asked for.</summary>
    Wanted,
    /// <summary>The device has accepted it; no notification has come yet.</summary>
    Accepted,
    /// <summary>Changes are told.</summary>
    Live,
    /// <summary>The device refuses it, or did not keep it; it is asked again rarely.</summary>
    Refused,
}
