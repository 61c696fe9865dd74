using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <content>Networks behind routers: which router a request goes to, how many are on a network at once, what routers say (clause 6.6.3).</content>
/// <remarks>A peer's lock is held while a network is asked for a place; peers that a network wakes are looked after by <see cref="AttendWoken"/>, outside of every lock.</remarks>
internal sealed partial class Exchanges
{
    private const int MostNetworks = 500;

    private readonly ConcurrentDictionary<ushort, RemoteNetwork> _networks = new();
    private readonly ConcurrentQueue<ushort> _sought = new();
    private readonly ILogger _logger;
    private readonly int _mostPerNetwork;

    /// <summary>What the routers on the way to a device say, in words for a diagnosis.</summary>
    public string DescribeRoute(DeviceAddress device) =>
        !device.Remote.IsNone && _networks.TryGetValue(device.Remote.Network, out var network) ? network.Describe(device, Now) : "";

    /// <summary>The router that messages for a network go to, as far as is known.</summary>
    public DeviceAddress? RouterTo(ushort network) =>
        _networks.TryGetValue(network, out var known) ? known.RouterFor(new DeviceAddress(0, 0, new(network, 0, 0))) : null;

    /// <summary>Takes what a router says.</summary>
    public void OnNetworkMessage(in BipFrame frame)
    {
        if (!frame.Network.Source.IsNone) return;   // routers speak for their own link
        var (router, now) = (frame.Source.Link, Now);
        switch ((NetworkMessageType)frame.Network.NetworkMessage!)
        {
            case NetworkMessageType.IAmRouterToNetwork when NetworkList.TryDecode(frame.Content, out var networks, out _):
                foreach (var number in networks)
                    if (Heed(number) is { } network) OnRouter(network, router, now, claims: true);
                break;
            case NetworkMessageType.RouterBusyToNetwork when NetworkList.TryDecode(frame.Content, out var networks, out _):
                foreach (var network in Led(networks, router)) OnBusy(network, now);
                Log.RouterBusy(_logger, router, string.Join(", ", networks));
                break;
            case NetworkMessageType.RouterAvailableToNetwork when NetworkList.TryDecode(frame.Content, out var networks, out _):
                foreach (var network in Led(networks, router)) Wake(network, available: true);
                break;
            case NetworkMessageType.RejectMessageToNetwork when RejectMessageToNetwork.TryDecode(frame.Content, out var rejection, out _):
                OnRejected(rejection, router, now);
                break;
        }
        AttendWoken();
    }

    private void AskForRouter(ushort network)
    {
        Span<byte> npdu = stackalloc byte[10];
        _port.TryBroadcast(npdu[..NetworkMessage.Encode(npdu, NetworkMessageType.WhoIsRouterToNetwork, default, new WhoIsRouterToNetwork(network).Encode)]);
    }

    /// <summary>Whoever waits for a place is looked at, to wait for the end of the busy time from now on.</summary>
    private void OnBusy(RemoteNetwork network, TimeSpan now)
    {
        network.OnBusy(now);
        Wake(network.Budget.Waiting());
    }

    private RemoteNetwork NetworkAt(ushort number) =>
        _networks.TryGetValue(number, out var network) ? network : _networks.GetOrAdd(number, static (of, self) => new RemoteNetwork(of, self._mostPerNetwork), this);

    /// <summary>A network that a router speaks of: one that is used, or one of as many as a large site has.</summary>
    private RemoteNetwork? Heed(ushort number) => _networks.Count < MostNetworks || _networks.ContainsKey(number) ? NetworkAt(number) : null;

    private IEnumerable<RemoteNetwork> Led(ushort[] networks, DeviceAddress router) => networks.Length > 0
        ? networks.Select(Heed).OfType<RemoteNetwork>()
        : _networks.Values.Where(network => network.IsLedToBy(router));

    private void OnRouter(RemoteNetwork network, DeviceAddress router, TimeSpan now, bool claims)
    {
        if (network.OnRouter(router, now, claims) is { } rival) Log.NetworkDisputed(_logger, network.Number, rival, router);
        if (claims) Wake(network, available: false);
    }

    private void Wake(RemoteNetwork network, bool available)
    {
        if (available) network.OnAvailable();
        Wake(network.Budget.WakeAll());
    }

    /// <summary>Whether a network takes this request now. If not, it is looked at again when that may have changed. Inside the peer's lock.</summary>
    private bool MayEnter(Exchange exchange, Peer peer, RemoteNetwork network, TimeSpan now)
    {
        var admission = network.TryEnter(peer, now, out var again);
        if (admission == Admission.Entered) return true;
        if (admission == Admission.NoRoute) again = network.TryAsk(now) ? Seek(network, now) : again;
        if (network.IsUnreachable(peer.Address, now) && exchange.Until is null) again = now;   // it ends when it is looked at
        if (admission == Admission.Busy && BusyEnd(exchange) < again) again = BusyEnd(exchange);
        if (again < WaitEnd(exchange)) Schedule(exchange, again);
        return false;
    }

    private TimeSpan Seek(RemoteNetwork network, TimeSpan now)
    {
        _sought.Enqueue(network.Number);
        return now + TimeSpan.FromSeconds(1);
    }

    /// <summary>Where a peer's requests go now: itself, or the router that leads to it.</summary>
    private static DeviceAddress LinkOf(Peer peer) => peer.Network?.RouterFor(peer.Address) ?? peer.Address.Link;

    /// <summary>The same with what is behind the router: for segments, acknowledgements and Aborts, which must not go to the router itself.</summary>
    private static DeviceAddress RouteTo(Peer peer) => LinkOf(peer) with { Remote = peer.Address.Remote };

    /// <summary>Puts a try off while the router is busy; the request's own end counts for more.</summary>
    private bool IsPutOff(Exchange exchange, Peer peer, TimeSpan now)
    {
        if (peer.Network?.BusyUntil(now) is not { } until) return false;
        Leave(exchange, peer);
        if (now >= BusyEnd(exchange)) End(exchange, new(ReplyKind.Unreachable, new(ErrorClass.Communication, ErrorCode.RouterBusy)), now);
        else Schedule(exchange, until < BusyEnd(exchange) ? until : BusyEnd(exchange));
        return true;
    }

    /// <summary>How a request ends that waits although its network cannot be reached; null while it may wait on.</summary>
    private static Reply? Unreachable(Exchange exchange, Peer peer, TimeSpan now)
    {
        if (peer.Network is not { } network || (exchange.Until is { } until && now < until)) return null;
        if (network.IsUnreachable(peer.Address, now)) return new(ReplyKind.Unreachable, new(ErrorClass.Communication, ErrorCode.NotRouterToDnet));
        return now >= BusyEnd(exchange) && network.BusyUntil(now) is not null ? new(ReplyKind.Unreachable, new(ErrorClass.Communication, ErrorCode.RouterBusy)) : null;
    }

    /// <summary>How long a request waits for a busy router: to its own end or, if it has none, as long as a router is busy that says it once. One that says it again and again must not hold it for ever.</summary>
    private static TimeSpan BusyEnd(Exchange exchange) => exchange.Until ?? exchange.AskedAt + RemoteNetwork.BusyTime;

    private void OnSilentRoute(Peer peer, TimeSpan now)
    {
        if (peer.Network is { } network && network.OnSilence(LinkOf(peer), now)) _sought.Enqueue(network.Number);
    }

    /// <summary>Clause 6.6.3.5: what a router did not pass on ends at once, with its reason. Busy is no end: it is tried again when the router is available.</summary>
    private void OnRejected(RejectMessageToNetwork rejection, DeviceAddress router, TimeSpan now)
    {
        if (!_networks.TryGetValue(rejection.Network, out var network)) return;
        var error = new BacnetError(ErrorClass.Communication, CodeOf(rejection.Reason));
        List<(Peer Peer, Exchange Exchange)> rejected = [];
        foreach (var peer in network.Peers)
            lock (peer.Gate)
                if (LinkOf(peer) == router) rejected.AddRange(peer.Pending.OfType<Exchange>().Select(exchange => (peer, exchange)));
        if (rejected.Count == 0) return;   // nothing of ours was on that way
        if (network.OnRejected(rejection.Reason, router, now)) _sought.Enqueue(network.Number);
        switch (rejection.Reason)
        {
            case NetworkRejectReason.Busy: OnBusy(network, now); return;
            case NetworkRejectReason.NoRoute: break;
            case NetworkRejectReason.TooLong: rejected = [rejected.MaxBy(one => one.Exchange.Datagram.Length)]; break;
            case var _ when rejected.Count > 1: return;   // which of them it was is not said: the others must not pay for it
        }
        Log.MessageRejected(_logger, router, rejection.Network, rejection.Reason);
        foreach (var (peer, exchange) in rejected)
            lock (peer.Gate)
                if (ReferenceEquals(exchange.Peer, peer) && exchange.State == ExchangeState.InFlight) End(exchange, new(ReplyKind.Unreachable, error), now);
    }

    private static ErrorCode CodeOf(NetworkRejectReason reason) => reason switch
    {
        NetworkRejectReason.NoRoute => ErrorCode.NotRouterToDnet,
        NetworkRejectReason.Busy => ErrorCode.RouterBusy,
        NetworkRejectReason.UnknownMessage => ErrorCode.UnknownNetworkMessage,
        NetworkRejectReason.TooLong => ErrorCode.MessageTooLong,
        NetworkRejectReason.Security => ErrorCode.SecurityError,
        NetworkRejectReason.Addressing => ErrorCode.AddressingError,
        _ => ErrorCode.Other,
    };
}
