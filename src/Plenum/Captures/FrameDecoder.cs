using System.Buffers.Binary;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Messages;
using Plenum.Bacnet.Protocol.Npdu;

namespace Plenum.Captures;

/// <summary>Finds the BACnet in the packets of a capture.</summary>
/// <param name="port">The UDP port that BACnet speaks on, whatever is in its datagrams; null for 47808, and on any other port what looks like BACnet.</param>
internal sealed class FrameDecoder(ushort? port = null)
{
    private const byte BvlcType = 0x81;

    private readonly Fragments _fragments = new();
    private readonly Requests _requests = new();

    /// <summary>What puts segments together.</summary>
    public SegmentCollector Segments { get; } = new();

    /// <summary>Packets of a link type that is not known, by its number.</summary>
    public Dictionary<int, int> UnknownLinks { get; } = [];

    /// <summary>IPv4 datagrams that are not whole because fragments are missing.</summary>
    public int IncompleteDatagrams => _fragments.Incomplete + _fragments.Open;

    /// <summary>The BACnet in a packet; null when there is none.</summary>
    public DecodedFrame? Decode(CapturedPacket packet)
    {
        if (!LinkPayload.Knows(packet.Link))
        {
            UnknownLinks[(int)packet.Link] = UnknownLinks.GetValueOrDefault((int)packet.Link) + 1;
            return null;
        }
        var payload = LinkPayload.Of(packet.Link, packet.Octets);
        return payload.Carried switch
        {
            Carried.Npdu => Complete(packet, MessageReader.ReadNpdu(payload.Content.Span), new(default, payload.Source), new(default, payload.Destination), payload.Content.Span),
            Carried.Ipv4 when ReadDatagram(payload.Content) is { } datagram && IsBacnet(datagram) =>
                Complete(packet, MessageReader.ReadDatagram(datagram.Payload.Span), new(datagram.Source), new(datagram.Destination), datagram.Payload.Span),
            _ => null,
        };
    }

    private UdpDatagram? ReadDatagram(ReadOnlyMemory<byte> content)
    {
        if (Ipv4Packet.Read(content) is not { Key.IsUdp: true } packet) return null;
        var whole = packet.IsFragment ? _fragments.Add(packet) : packet.Content;
        return whole is { } udp ? UdpDatagram.Read(packet.Key.Source, packet.Key.Destination, udp) : null;
    }

    /// <summary>On BACnet's own port everything is meant to be BACnet; elsewhere what has its first octet, a function and a length that agree.</summary>
    private bool IsBacnet(UdpDatagram datagram)
    {
        var own = port ?? DeviceAddress.DefaultPort;
        var isOnPort = datagram.Source.Port == own || datagram.Destination.Port == own;
        var octets = datagram.Payload.Span;
        if (octets.IsEmpty || isOnPort || port is not null) return !octets.IsEmpty && isOnPort;
        return octets.Length >= BvlcHeader.Size && octets[0] == BvlcType && octets[1] <= (byte)BvlcFunction.SecureBvll
            && BinaryPrimitives.ReadUInt16BigEndian(octets[2..]) == octets.Length;
    }

    private DecodedFrame Complete(CapturedPacket packet, BacnetMessage message, Station source, Station destination, ReadOnlySpan<byte> octets)
    {
        DecodedFrame frame = new(packet.Number, packet.Time, source, destination, message);
        if (message.Link is { Function: BvlcFunction.ForwardedNpdu } link) frame = frame with { Source = new(link.Origin), ForwardedBy = source };
        if (message.Network is { } network) frame = frame with { Source = Behind(frame.Source, network.Source), Destination = Behind(destination, network.Destination) };
        if (message.Failure is not null) return frame with { Note = packet.Length > packet.Octets.Length ? $"the capture has only {packet.Octets.Length} of its {packet.Length} octets" : null };
        var content = octets[message.ContentOffset..];
        if (message.IsSegment) return Segments.Add(frame, content);
        return _requests.IsRepeated(frame, content) ? frame with { IsRetransmission = true, Note = "the same request again" } : frame;
    }

    private static Station Behind(Station station, NetworkAddress remote) => station with { Ip = station.Ip with { Remote = remote } };
}
