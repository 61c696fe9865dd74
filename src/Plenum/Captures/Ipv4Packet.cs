using System.Buffers.Binary;

namespace Plenum.Captures;

/// <summary>An IPv4 packet (RFC 791), whole or one fragment of a datagram.</summary>
/// <param name="Key">What the fragments of one datagram have in common: addresses, identification and protocol.</param>
/// <param name="Offset">Where its content belongs in the datagram, in octets.</param>
/// <param name="MoreFragments">Whether others come behind it.</param>
/// <param name="Content">Its content.</param>
internal readonly record struct Ipv4Packet(Ipv4Key Key, int Offset, bool MoreFragments, ReadOnlyMemory<byte> Content)
{
    private const int ShortestHeader = 20;

    /// <summary>Whether it is a part of a datagram only.</summary>
    public bool IsFragment => Offset > 0 || MoreFragments;

    /// <summary>Takes the header off; null when it is not whole.</summary>
    public static Ipv4Packet? Read(ReadOnlyMemory<byte> packet)
    {
        var octets = packet.Span;
        if (octets.Length < ShortestHeader) return null;
        var header = (octets[0] & 0xF) * 4;
        int total = BinaryPrimitives.ReadUInt16BigEndian(octets[2..]);
        var length = total == 0 ? octets.Length : Math.Min(total, octets.Length);   // 0: the network card would have cut it into packets later
        if (header < ShortestHeader || length < header) return null;
        var fragment = BinaryPrimitives.ReadUInt16BigEndian(octets[6..]);
        Ipv4Key key = new(BinaryPrimitives.ReadUInt32BigEndian(octets[12..]), BinaryPrimitives.ReadUInt32BigEndian(octets[16..]), BinaryPrimitives.ReadUInt16BigEndian(octets[4..]), octets[9]);
        return new(key, (fragment & 0x1FFF) * 8, (fragment & 0x2000) != 0, packet[header..length]);
    }
}

/// <summary>What the fragments of one datagram have in common (RFC 791: source, destination, identification, protocol).</summary>
internal readonly record struct Ipv4Key(uint Source, uint Destination, ushort Identification, byte Protocol)
{
    private const byte Udp = 17;

    /// <summary>Whether UDP is inside.</summary>
    public bool IsUdp => Protocol == Udp;
}
