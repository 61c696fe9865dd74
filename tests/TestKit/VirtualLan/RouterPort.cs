using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Transport;

namespace Plenum.TestKit;

/// <summary>What kind of addresses the stations of a network have.</summary>
public enum MacKind : byte
{
    /// <summary>Six octets: IPv4 address and UDP port.</summary>
    Bip,
    /// <summary>One octet, as on an MS/TP trunk: the last of the station's address on its virtual network, whose port is 47808.</summary>
    Trunk,
}

/// <summary>Where a <see cref="VirtualRouter"/> joins a network: its number, its stations' addresses, the longest NPDU it carries.</summary>
public sealed class RouterPort : IDatagramReceiver
{
    private readonly VirtualTransport _transport;
    private readonly Action<RouterPort, NetworkAddress, byte[], bool> _onNpdu;

    internal RouterPort(VirtualLan lan, DeviceAddress address, ushort network, MacKind kind, int mostNpdu, Action<RouterPort, NetworkAddress, byte[], bool> onNpdu)
    {
        (_transport, Network, Kind, MostNpdu, _onNpdu) = (lan.Attach(address), network, kind, mostNpdu, onNpdu);
        _transport.Start(this);
    }

    /// <summary>The number of the network.</summary>
    public ushort Network { get; }

    /// <summary>The kind of its stations' addresses.</summary>
    public MacKind Kind { get; }

    /// <summary>The longest NPDU that it carries, in octets: 1497 on BACnet/IP, 501 on MS/TP, 228 on LonTalk.</summary>
    public int MostNpdu { get; set; }

    /// <summary>The router's own address there.</summary>
    public DeviceAddress Address => _transport.LocalAddress;

    internal void Send(NetworkAddress mac, ReadOnlySpan<byte> npdu)
    {
        Span<byte> datagram = stackalloc byte[BipFrame.MaxSize + 100];
        if (mac.MacLength == 0)
        {
            _transport.TryBroadcast(datagram[..BvlcDatagram.Encode(datagram, BvlcFunction.OriginalBroadcastNpdu, npdu)]);
            return;
        }
        _transport.TrySend(datagram[..BvlcDatagram.Encode(datagram, BvlcFunction.OriginalUnicastNpdu, npdu)], StationAt(mac));
    }

    /// <inheritdoc/>
    public void OnDatagram(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast)
    {
        if (!BvlcHeader.TryDecode(datagram, out var header, out var npdu, out _)) return;
        if (header.Function is not (BvlcFunction.OriginalUnicastNpdu or BvlcFunction.OriginalBroadcastNpdu or BvlcFunction.ForwardedNpdu)) return;
        _onNpdu(this, MacOf(header.Function == BvlcFunction.ForwardedNpdu ? header.Origin : from), npdu.ToArray(), broadcast);
    }

    internal NetworkAddress MacOf(DeviceAddress station) =>
        Kind == MacKind.Bip ? BipAddress.OnNetwork(station, Network) : new(Network, station.Ip & 0xFF, 1);

    private DeviceAddress StationAt(NetworkAddress mac) =>
        Kind == MacKind.Bip ? BipAddress.FromMac(mac) : new((Address.Ip & 0xFFFFFF00) | (uint)(mac.Mac & 0xFF), DeviceAddress.DefaultPort);
}
