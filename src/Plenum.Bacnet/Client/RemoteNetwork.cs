using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;

namespace Plenum.Bacnet.Client;

/// <summary>A network behind routers, as a client knows it: who leads there, whether messages are taken, how many requests are on it. Guarded by its own lock, which is the innermost.</summary>
internal sealed class RemoteNetwork(ushort number, int mostInFlight)
{
    /// <summary>How long a router is busy that does not say that it is available again (clause 6.6.4).</summary>
    public static readonly TimeSpan BusyTime = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(30), Rivalry = TimeSpan.FromMinutes(1), Quiet = TimeSpan.FromSeconds(30);

    private const int MostRouters = 8;

    private readonly Lock _gate = new();
    private readonly List<KnownRouter> _routers = [];
    private readonly List<Peer> _peers = [];
    private readonly RouterSearch _search = new();
    private TimeSpan _busyUntil;
    private bool _isDisputed;
    private (NetworkRejectReason Reason, DeviceAddress Router, TimeSpan At)? _rejection;

    public ushort Number => number;

    /// <summary>Its places.</summary>
    public RequestBudget Budget { get; } = new(mostInFlight);

    /// <summary>The devices of this network that have been talked to.</summary>
    public Peer[] Peers
    {
        get { lock (_gate) return [.. _peers]; }
    }

    /// <summary>Whether two routers claim to lead here: then nothing is taken for what it may be that comes another way than it was asked.</summary>
    public bool IsDisputed
    {
        get { lock (_gate) return _isDisputed; }
    }

    public void Add(Peer peer)
    {
        lock (_gate) _peers.Add(peer);
    }

    /// <summary>Takes a place for one request; where there is none, the peer waits to be woken.</summary>
    /// <param name="lookAgain">When a peer that got none should look again by itself.</param>
    public Admission TryEnter(Peer peer, TimeSpan now, out TimeSpan lookAgain)
    {
        lock (_gate)
        {
            var router = RouterOf(peer.Address);
            (var admission, lookAgain) = router is null ? (Admission.NoRoute, _search.Next > now ? _search.Next : now)
                : now < _busyUntil ? (Admission.Busy, _busyUntil)
                : Budget.TryEnter(peer) ? (Admission.Entered, now)
                : (Admission.Full, TimeSpan.MaxValue);
            if (admission is Admission.NoRoute or Admission.Busy) Budget.Wait(peer);
            return admission;
        }
    }

    /// <summary>Where messages for a device of this network go: to the router that it was heard through, or, when that one is doubted or unknown, to another that leads here.</summary>
    public DeviceAddress? RouterFor(DeviceAddress device)
    {
        lock (_gate) return RouterOf(device);
    }

    /// <summary>Until when a router takes no messages for this network; null when they are taken.</summary>
    public TimeSpan? BusyUntil(TimeSpan now)
    {
        lock (_gate) return now < _busyUntil ? _busyUntil : null;
    }

    public bool IsUnreachable(DeviceAddress device, TimeSpan now)
    {
        lock (_gate) return RouterOf(device) is null && _search.IsHopeless(now);
    }

    /// <summary>Whether to ask now who leads here.</summary>
    public bool TryAsk(TimeSpan now)
    {
        lock (_gate) return _search.TryAsk(now);
    }

    /// <summary>A router says that it leads here, or passes on what comes from here.</summary>
    /// <returns>Another router that says the same, the first time that this is seen.</returns>
    public DeviceAddress? OnRouter(DeviceAddress router, TimeSpan now, bool claims)
    {
        lock (_gate)
        {
            _routers.RemoveAll(old => now - old.HeardAt > Memory);
            var known = Known(router);
            (known.HeardAt, known.IsDoubted) = (now, false);
            if (claims) known.ClaimedAt = now;
            _search.OnFound();
            if (!claims || _isDisputed) return null;
            var rival = _routers.Find(other => other != known && !other.IsDoubted && now - other.ClaimedAt < Rivalry);
            _isDisputed = rival is not null;
            return rival?.Address;
        }
    }

    /// <summary>A request through a router was given up. A router that has been quiet for a while as well is doubted.</summary>
    /// <returns>Whether to ask who leads here.</returns>
    public bool OnSilence(DeviceAddress router, TimeSpan now)
    {
        lock (_gate)
        {
            var known = Known(router);
            if (known.HeardAt is { } heard && now - heard < Quiet) return false;
            known.IsDoubted = true;
            return _search.TryAsk(now);
        }
    }

    /// <summary>A router refused a message for this network.</summary>
    /// <returns>Whether to ask who leads here.</returns>
    public bool OnRejected(NetworkRejectReason reason, DeviceAddress router, TimeSpan now)
    {
        lock (_gate)
        {
            _rejection = (reason, router, now);
            if (reason != NetworkRejectReason.NoRoute) return false;
            Known(router).IsDoubted = true;
            return _search.TryAsk(now);
        }
    }

    public void OnBusy(TimeSpan now)
    {
        lock (_gate) _busyUntil = now + BusyTime;
    }

    public void OnAvailable()
    {
        lock (_gate) _busyUntil = default;
    }

    /// <summary>Whether a router is one of those that lead here, as far as is known.</summary>
    public bool IsLedToBy(DeviceAddress router)
    {
        lock (_gate) return _routers.Exists(known => known.Address == router);
    }

    /// <summary>What is wrong on the way here, in words; empty when nothing is known to be.</summary>
    public string Describe(DeviceAddress device, TimeSpan now)
    {
        lock (_gate)
        {
            if (RouterOf(device) is null) return $", no router to network {number} answers";
            if (now < _busyUntil) return $", the router to network {number} is busy";
            return _rejection is { } last && now - last.At < Rivalry
                ? $", the router {last.Router} refused a message for network {number} {(now - last.At).TotalSeconds:F0} s ago ({last.Reason})"
                : "";
        }
    }

    private DeviceAddress? RouterOf(DeviceAddress device)
    {
        var isKnown = device.Ip != 0;
        if (isKnown && _routers.Find(router => router.Address == device.Link) is not { IsDoubted: true }) return device.Link;
        KnownRouter? best = null;
        foreach (var router in _routers)
            if (!router.IsDoubted && (best is null || router.HeardAt > best.HeardAt)) best = router;
        return best?.Address ?? (isKnown ? device.Link : null);
    }

    private KnownRouter Known(DeviceAddress address)
    {
        var known = _routers.Find(router => router.Address == address);
        if (known is not null) return known;
        if (_routers.Count == MostRouters) _routers.RemoveAt(0);
        _routers.Add(known = new(address));
        return known;
    }

    private sealed class KnownRouter(DeviceAddress address)
    {
        public DeviceAddress Address => address;
        public TimeSpan? HeardAt { get; set; }
        public TimeSpan? ClaimedAt { get; set; }
        public bool IsDoubted { get; set; }
    }
}

/// <summary>Whether a network takes one more request.</summary>
internal enum Admission : byte
{
    /// <summary>It does, and the place is taken.</summary>
    Entered,
    /// <summary>As many are on it as may be.</summary>
    Full,
    /// <summary>Its router is busy.</summary>
    Busy,
    /// <summary>Nobody is known who leads there.</summary>
    NoRoute,
}
