using System.Collections.Concurrent;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Client;

/// <content>Answers that come another way than they were asked for: from another UDP port of the same address, or from behind another router.</content>
/// <remarks>Some devices answer from a port of their own, and a network may be reached through one router and answer through another. Such an answer is looked at
/// when exactly one request of that address has its invoke id, when its sender is not known as a device of its own, and when no two routers quarrel over its network.
/// What it is about is then checked like that of any other.</remarks>
internal sealed partial class Exchanges
{
    private readonly ConcurrentDictionary<(uint Ip, NetworkAddress Remote), ConcurrentBag<Peer>> _byPlace = new();

    /// <summary>Whether some device says that it is at an address: whatever comes from there is its own.</summary>
    public Func<DeviceAddress, bool> IsPlaceOfDevice { get; init; } = static _ => false;

    private Peer AddPeer(DeviceAddress address)
    {
        var network = address.Remote.IsNone ? null : NetworkAt(address.Remote.Network);
        Peer added = new(address, _policy, _mostInFlight) { Network = network };
        var peer = _peers.GetOrAdd(address, added);
        if (!ReferenceEquals(peer, added)) return peer;   // another thread was quicker
        _byPlace.GetOrAdd(PlaceOf(address), static _ => []).Add(peer);
        network?.Add(peer);
        return peer;
    }

    /// <summary>Whose answer this is; null when it is nobody's.</summary>
    private Peer? FindPeer(in BipFrame frame)
    {
        var source = frame.Source;
        if (_peers.TryGetValue(source, out var peer)) return peer;
        if (!_byPlace.TryGetValue(PlaceOf(source), out var candidates)) return null;
        if (!source.Remote.IsNone && NetworkAt(source.Remote.Network).IsDisputed) return null;
        Peer? found = null;
        foreach (var candidate in candidates)
        {
            lock (candidate.Gate)
                if (candidate.Pending[frame.Apdu.InvokeId] is null) continue;
            if (found is not null) return null;
            found = candidate;
        }
        if (found is null || IsPlaceOfDevice(source)) return null;
        Counters.CountElsewhere();
        return found;
    }

    private static (uint Ip, NetworkAddress Remote) PlaceOf(DeviceAddress address) =>
        address.Remote.IsNone ? (address.Ip, default) : (0, address.Remote);
}
