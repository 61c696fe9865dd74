using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;

namespace Plenum.TestKit;

/// <content>The network layer's own messages (clause 6.6.3).</content>
public sealed partial class VirtualRouter
{
    private void OnNetworkMessage(NetworkMessageType type, ReadOnlySpan<byte> content, RouterPort from, NetworkAddress source, bool broadcast)
    {
        switch (type)
        {
            case NetworkMessageType.WhoIsRouterToNetwork when WhoIsRouterToNetwork.TryDecode(content, out var asked, out _):
                OnWhoIsRouter(asked, from, source);
                break;
            case NetworkMessageType.WhatIsNetworkNumber:
                Say(from, NetworkMessageType.NetworkNumberIs, new NetworkNumberIs(from.Network, IsConfigured: true).Encode);
                break;
            case NetworkMessageType.RouterBusyToNetwork or NetworkMessageType.RouterAvailableToNetwork when NetworkList.TryDecode(content, out var networks, out _):
                foreach (var port in _ports.Where(port => port != from)) SayNetworks(port, type, networks);
                break;
            case > NetworkMessageType.NetworkNumberIs when !broadcast:
                Reject(NetworkRejectReason.UnknownMessage, 0, new(default, source, ExpectsReply: false), from, source);
                break;
        }
    }

    /// <summary>Clause 6.6.3.2: answered when another port leads there, passed on when none is known.</summary>
    private void OnWhoIsRouter(WhoIsRouterToNetwork asked, RouterPort from, NetworkAddress source)
    {
        ushort[] known = [.. Behind(from).Where(network => asked.Network is null || network == asked.Network)];
        if (known.Length > 0) { SayNetworks(from, NetworkMessageType.IAmRouterToNetwork, known); return; }
        if (asked.Network is null || asked.Network == from.Network) return;
        Span<byte> npdu = stackalloc byte[50];
        var size = new NpduHeader(default, source, ExpectsReply: false, NetworkMessage: (byte)NetworkMessageType.WhoIsRouterToNetwork).Encode(npdu);
        var writer = new Bacnet.Protocol.Untagged.OctetWriter(npdu[size..]);
        asked.Encode(ref writer);
        foreach (var port in _ports.Where(port => port != from)) port.Send(default, npdu[..(size + writer.Length)]);
    }

    private static void SayNetworks(RouterPort port, NetworkMessageType type, ushort[] networks) =>
        Say(port, type, (ref writer) => NetworkList.Encode(ref writer, networks));

    private static void Say(RouterPort port, NetworkMessageType type, NetworkMessage.Content content)
    {
        Span<byte> npdu = stackalloc byte[500];
        port.Send(default, npdu[..NetworkMessage.Encode(npdu, type, default, content)]);
    }
}
