using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;

namespace Plenum.TestKit;

/// <summary>A router between virtual networks, by the book (clause 6.5) unless told otherwise: silent, busy, refusing, too narrow.</summary>
public sealed partial class VirtualRouter
{
    private readonly List<RouterPort> _ports = [];
    private readonly Dictionary<ushort, (RouterPort Port, NetworkAddress NextHop)> _remote = [];
    private readonly HashSet<ushort> _busy = [];

    /// <summary>Whether it does nothing at all, as one without power.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Refuses every message that it would pass on, with this reason; null for none.</summary>
    public NetworkRejectReason? Refusal { get; set; }

    /// <summary>Messages that it has passed on, by the network they went to.</summary>
    public Dictionary<ushort, int> Passed { get; } = [];

    /// <summary>Messages that it dropped because they had passed too many routers.</summary>
    public int HopsExhausted { get; private set; }

    /// <summary>Joins a network.</summary>
    public RouterPort Join(VirtualLan lan, string address, ushort network, MacKind kind = MacKind.Bip, int? mostNpdu = null)
    {
        RouterPort port = new(lan, DeviceAddress.Parse(address), network, kind, mostNpdu ?? (kind == MacKind.Bip ? 1497 : 501), OnNpdu);
        _ports.Add(port);
        return port;
    }

    /// <summary>Teaches it the next router on the way to a network that it is not on.</summary>
    public void AddRoute(ushort network, RouterPort port, DeviceAddress nextRouter) => _remote[network] = (port, port.MacOf(nextRouter));

    /// <summary>Says on every port which networks the others lead to, as a router does that has just started.</summary>
    public void Announce()
    {
        foreach (var port in _ports) SayNetworks(port, NetworkMessageType.IAmRouterToNetwork, [.. Behind(port)]);
    }

    /// <summary>Says that it takes nothing for these networks for the time being, and refuses it; none given: for all of them.</summary>
    public void BecomeBusy(params ushort[] networks)
    {
        _busy.UnionWith(networks.Length > 0 ? networks : _ports.Select(port => port.Network).Concat(_remote.Keys));
        foreach (var port in _ports) SayNetworks(port, NetworkMessageType.RouterBusyToNetwork, networks);
    }

    /// <summary>Says that it takes messages for these networks again; none given: for all of them.</summary>
    public void BecomeAvailable(params ushort[] networks)
    {
        if (networks.Length > 0) _busy.ExceptWith(networks);
        else _busy.Clear();
        foreach (var port in _ports) SayNetworks(port, NetworkMessageType.RouterAvailableToNetwork, networks);
    }

    private void OnNpdu(RouterPort from, NetworkAddress sender, byte[] npdu, bool broadcast)
    {
        if (IsSilent || !NpduHeader.TryDecode(npdu, out var header, out var content, out _)) return;
        var source = header.Source.IsNone ? sender : header.Source;
        if (header.Destination.IsNone)
        {
            if (header.NetworkMessage is { } type) OnNetworkMessage((NetworkMessageType)type, content, from, source, broadcast);
            return;
        }
        if (header.HopCount == 0) { HopsExhausted++; return; }
        header = header with { Source = source, HopCount = (byte)(header.HopCount - 1) };
        if (header.Destination.Network != NetworkAddress.AllNetworks) Pass(header, content, from, sender);
        else foreach (var port in _ports.Where(port => port != from)) Put(port, default, header, content);
    }

    private void Pass(NpduHeader header, ReadOnlySpan<byte> content, RouterPort from, NetworkAddress sender)
    {
        var network = header.Destination.Network;
        var direct = _ports.Find(port => port.Network == network);
        if (direct == from) return;   // it stays on its network: clause 6.5.2.1 leaves it to its receiver
        if (direct is null && !_remote.ContainsKey(network)) { Reject(NetworkRejectReason.NoRoute, network, header, from, sender); return; }
        if (_busy.Contains(network)) { Reject(NetworkRejectReason.Busy, network, header, from, sender); return; }
        if (Refusal is { } reason) { Reject(reason, network, header, from, sender); return; }
        var (port, mac) = direct is not null ? (direct, header.Destination) : _remote[network];
        var onward = direct is not null ? header with { Destination = default, HopCount = 255 } : header;
        Span<byte> npdu = stackalloc byte[2000];
        var size = onward.Encode(npdu);
        if (size + content.Length > port.MostNpdu) { Reject(NetworkRejectReason.TooLong, network, header, from, sender); return; }
        Passed[network] = Passed.GetValueOrDefault(network) + 1;
        Put(port, mac, onward, content);
    }

    private static void Put(RouterPort port, NetworkAddress mac, NpduHeader header, ReadOnlySpan<byte> content)
    {
        Span<byte> npdu = stackalloc byte[2000];
        var size = header.Encode(npdu);
        content.CopyTo(npdu[size..]);
        if (size + content.Length <= port.MostNpdu) port.Send(mac, npdu[..(size + content.Length)]);
    }

    /// <summary>Tells whoever sent a message that it went no further (clause 6.6.3.5).</summary>
    private static void Reject(NetworkRejectReason reason, ushort network, NpduHeader refused, RouterPort from, NetworkAddress sender)
    {
        Span<byte> npdu = stackalloc byte[50];
        var behind = refused.Source.Network == from.Network ? NetworkAddress.None : refused.Source;
        from.Send(sender, npdu[..NetworkMessage.Encode(npdu, NetworkMessageType.RejectMessageToNetwork, behind, new RejectMessageToNetwork(reason, network).Encode)]);
    }

    private IEnumerable<ushort> Behind(RouterPort port) =>
        _ports.Where(other => other != port).Select(other => other.Network).Concat(_remote.Where(route => route.Value.Port != port).Select(route => route.Key));
}
