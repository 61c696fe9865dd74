using System.Net.NetworkInformation;
using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Transport;

/// <summary>Where a broadcast of ours goes, and which addresses are our own.</summary>
/// <remarks>A port held on one address has one subnet for good. A port held on 0.0.0.0 has the subnets of every interface that is up,
/// which change while we run: they are read again, at most every <see cref="RefreshInterval"/>, before a broadcast. That is early enough to know
/// our own broadcasts when they come back, but for an address that we got since the last reading.</remarks>
internal sealed class BroadcastDomain
{
    public static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Func<IReadOnlyList<LocalSubnet>>? _read;
    private readonly ushort _port;
    private volatile Snapshot _snapshot;

    private BroadcastDomain(TimeProvider time, ILogger logger, Func<IReadOnlyList<LocalSubnet>>? read, ushort port, IReadOnlyList<LocalSubnet> subnets)
    {
        _time = time;
        _logger = logger;
        _read = read;
        _port = port;
        _snapshot = Snapshot.Of(subnets, port, time.GetTimestamp());
    }

    /// <summary>The addresses to send a broadcast to, now.</summary>
    public ReadOnlySpan<DeviceAddress> Targets
    {
        get
        {
            var snapshot = _snapshot;
            if (_read is not null && _time.GetElapsedTime(snapshot.ReadAt) >= RefreshInterval) snapshot = Refresh(snapshot);
            return snapshot.Targets;
        }
    }

    /// <summary>One subnet for good.</summary>
    public static BroadcastDomain Of(LocalSubnet subnet, ushort port, TimeProvider time, ILogger logger) =>
        new(time, logger, read: null, port, [subnet]);

    /// <summary>Every subnet that this machine is in.</summary>
    public static BroadcastDomain OfAll(Func<IReadOnlyList<LocalSubnet>> read, ushort port, TimeProvider time, ILogger logger) =>
        new(time, logger, read, port, read());

    /// <summary>Whether an address was one of ours when the interfaces were last read.</summary>
    public bool IsOurs(uint ip) => _snapshot.Ours.AsSpan().Contains(ip);

    private Snapshot Refresh(Snapshot old)
    {
        try
        {
            _snapshot = Snapshot.Of(_read!(), _port, _time.GetTimestamp());
        }
        catch (NetworkInformationException failure)
        {
            Log.InterfacesUnreadable(_logger, failure);
            _snapshot = old with { ReadAt = _time.GetTimestamp() };
        }
        return _snapshot;
    }

    private sealed record Snapshot(DeviceAddress[] Targets, uint[] Ours, long ReadAt)
    {
        public static Snapshot Of(IReadOnlyList<LocalSubnet> subnets, ushort port, long readAt)
        {
            // Loopback alone is better than nothing (a demo on one machine); beside a real network it is noise.
            var up = subnets.Where(subnet => subnet.IsUp);
            var reachable = up.Any(subnet => !subnet.IsLoopback) ? up.Where(subnet => !subnet.IsLoopback) : up;
            var broadcasts = reachable.Select(subnet => subnet.Broadcast).OfType<uint>().Distinct();
            return new([.. broadcasts.Select(ip => new DeviceAddress(ip, port))], [.. subnets.Select(subnet => subnet.Ip)], readAt);
        }
    }
}
