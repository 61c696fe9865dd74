using Plenum.Bacnet.Protocol.Links;

namespace Plenum.TestKit;

/// <summary>A network in memory: endpoints, and links with faults between them, in the time of a <see cref="TimeProvider"/>.</summary>
/// <remarks>Deterministic: one seed and one sequence of calls give one sequence of deliveries. Datagrams that are due at one time arrive in the
/// order in which they were sent. A delivery may send again, to any depth; what it sends without delay is delivered after it, not within it.</remarks>
/// <param name="time">The clock; a fake one makes delays happen when it is advanced.</param>
/// <param name="seed">The seed of all chance on this network.</param>
public sealed class VirtualLan(TimeProvider time, int seed)
{
    private const int IpAndUdpHeaders = 28;

    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private readonly SortedDictionary<DeviceAddress, VirtualTransport> _endpoints = new(Comparer<DeviceAddress>.Create(Compare));
    private readonly Dictionary<(DeviceAddress From, DeviceAddress To), LinkFaults> _links = [];
    private readonly PriorityQueue<Flight, (long Due, long Number)> _inFlight = new();
    private long _sent;
    private long _tooLong;
    private ITimer? _timer;
    private bool _delivering;

    /// <summary>The faults of every link that has none of its own.</summary>
    public LinkFaults Faults { get; set; } = LinkFaults.None;

    /// <summary>Shown every datagram as it is sent, before any fault: from where, to where (255.255.255.255 for everyone), and what.</summary>
    public Action<DeviceAddress, DeviceAddress, byte[]>? Tap { get; set; }

    /// <summary>Datagrams that are under way.</summary>
    public int InFlight
    {
        get { lock (_gate) return _inFlight.Count; }
    }

    /// <summary>Datagrams that were lost because they were longer than the link's largest packet.</summary>
    public long TooLong => Interlocked.Read(ref _tooLong);

    /// <summary>Adds an endpoint.</summary>
    /// <exception cref="InvalidOperationException">The address is taken.</exception>
    public VirtualTransport Attach(DeviceAddress address)
    {
        lock (_gate)
        {
            VirtualTransport endpoint = new(this, address);
            return _endpoints.TryAdd(address, endpoint) ? endpoint : throw new InvalidOperationException($"{address} is taken");
        }
    }

    /// <summary>Gives the link from one endpoint to another faults of its own; the way back keeps its own.</summary>
    public void SetFaults(DeviceAddress from, DeviceAddress to, LinkFaults faults)
    {
        lock (_gate) _links[(from, to)] = faults;
    }

    /// <summary>Delivers what is due now. Called by the network itself; only a test that moves time without timers needs it.</summary>
    public void Deliver()
    {
        lock (_gate)
        {
            if (_delivering) return; // within a delivery: the outer one takes what this one sent
            _delivering = true;
        }
        while (NextDue() is { } flight) flight.To.Receive(flight.Datagram, flight.From, flight.Broadcast);
    }

    internal void Send(DeviceAddress from, DeviceAddress to, ReadOnlySpan<byte> datagram)
    {
        Tap?.Invoke(from, to, datagram.ToArray());
        lock (_gate)
        {
            if (_endpoints.TryGetValue(to.Link, out var endpoint)) Enqueue(from, endpoint, datagram.ToArray(), broadcast: false);
        }
        Deliver();
    }

    internal void Broadcast(DeviceAddress from, ReadOnlySpan<byte> datagram)
    {
        Tap?.Invoke(from, new(uint.MaxValue, from.Port), datagram.ToArray());
        lock (_gate)
        {
            var copy = datagram.ToArray();
            foreach (var (address, endpoint) in _endpoints)
            {
                if (address != from && address.Port == from.Port) Enqueue(from, endpoint, copy, broadcast: true);
            }
        }
        Deliver();
    }

    internal void Detach(VirtualTransport endpoint)
    {
        lock (_gate) _endpoints.Remove(endpoint.LocalAddress);
    }

    private static int Compare(DeviceAddress left, DeviceAddress right) => (left.Ip, left.Port).CompareTo((right.Ip, right.Port));

    private bool Happens(double percent) => percent > 0 && _random.NextDouble() * 100 < percent;

    private void Enqueue(DeviceAddress from, VirtualTransport to, byte[] datagram, bool broadcast)
    {
        var faults = _links.GetValueOrDefault((from, to.LocalAddress), Faults);
        if (datagram.Length + IpAndUdpHeaders > faults.Mtu) { Interlocked.Increment(ref _tooLong); return; }
        if (Happens(faults.LossPercent)) return;
        for (var copies = Happens(faults.DuplicatePercent) ? 2 : 1; copies > 0; copies--)
        {
            var underWay = faults.Delay + faults.Jitter * (faults.Jitter > TimeSpan.Zero ? _random.NextDouble() : 0);
            var due = time.GetTimestamp() + (long)(underWay.TotalSeconds * time.TimestampFrequency);
            _inFlight.Enqueue(new(from, to, datagram, broadcast), (due, _sent++));
        }
    }

    /// <summary>Takes the next datagram that is due; when there is none, winds the timer for the one after.</summary>
    private Flight? NextDue()
    {
        lock (_gate)
        {
            if (_inFlight.TryPeek(out var flight, out var key))
            {
                var wait = time.GetElapsedTime(time.GetTimestamp(), key.Due);
                if (wait <= TimeSpan.Zero) return _inFlight.Dequeue();
                _timer ??= time.CreateTimer(static lan => ((VirtualLan)lan!).Deliver(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _timer.Change(wait, Timeout.InfiniteTimeSpan);
            }
            _delivering = false;
            return null;
        }
    }

    private sealed record Flight(DeviceAddress From, VirtualTransport To, byte[] Datagram, bool Broadcast);
}
