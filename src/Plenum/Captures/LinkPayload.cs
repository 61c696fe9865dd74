using System.Buffers.Binary;

namespace Plenum.Captures;

/// <summary>What is inside a packet's link header, as far as BACnet can be in it.</summary>
internal enum Carried
{
    /// <summary>Something that BACnet does not travel in.</summary>
    Other,
    /// <summary>An IPv4 packet.</summary>
    Ipv4,
    /// <summary>An NPDU in an 802.2 frame (clause 7: DSAP and SSAP 0x82).</summary>
    Npdu,
}

/// <summary>Takes the link header off a packet.</summary>
/// <param name="Carried">What is inside.</param>
/// <param name="Content">What is inside; the padding of an Ethernet frame with a length is taken off.</param>
/// <param name="Source">The sender's Ethernet address, where the link has one.</param>
/// <param name="Destination">The receiver's Ethernet address, where the link has one.</param>
internal readonly record struct LinkPayload(Carried Carried, ReadOnlyMemory<byte> Content = default, ulong Source = 0, ulong Destination = 0)
{
    private const ushort Ipv4Type = 0x0800, Vlan = 0x8100, ServiceVlan = 0x88A8, OldServiceVlan = 0x9100, Llc = 0x0004;
    private const ushort LongestLength = 1500;   // IEEE 802.3: up to here it is a length, above 1535 a type
    private const int EthernetAddresses = 12, CookedHeader = 16, Cooked2Header = 20;
    private static readonly byte[] BacnetSap = [0x82, 0x82, 0x03];

    /// <summary>Whether a kind of link is known.</summary>
    public static bool Knows(LinkType link) => Enum.IsDefined(link);

    /// <summary>Takes the link header off.</summary>
    public static LinkPayload Of(LinkType link, ReadOnlyMemory<byte> packet)
    {
        var octets = packet.Span;
        return link switch
        {
            LinkType.Ethernet when octets.Length >= EthernetAddresses + 2 =>
                Typed(packet[EthernetAddresses..]) with { Destination = Mac(octets), Source = Mac(octets[6..]) },
            LinkType.LinuxCooked when octets.Length >= CookedHeader =>
                ByType(BinaryPrimitives.ReadUInt16BigEndian(octets[14..]), packet[CookedHeader..]) with { Source = Mac(octets[6..]) },
            LinkType.LinuxCooked2 when octets.Length >= Cooked2Header =>
                ByType(BinaryPrimitives.ReadUInt16BigEndian(octets), packet[Cooked2Header..]) with { Source = Mac(octets[12..]) },
            LinkType.Null or LinkType.Loop when octets.Length > 4 => Ip(packet[4..]),
            LinkType.Raw or LinkType.RawOfBsd or LinkType.Ipv4 => Ip(packet),
            _ => default,
        };
    }

    /// <summary>What stands behind an Ethernet frame's addresses: VLAN tags, then a type or a length.</summary>
    private static LinkPayload Typed(ReadOnlyMemory<byte> rest)
    {
        while (rest.Length >= 6 && BinaryPrimitives.ReadUInt16BigEndian(rest.Span) is Vlan or ServiceVlan or OldServiceVlan) rest = rest[4..];
        if (rest.Length < 2) return default;
        var type = BinaryPrimitives.ReadUInt16BigEndian(rest.Span);
        var content = rest[2..];
        return type <= LongestLength ? ByType(Llc, content[..Math.Min(type, content.Length)]) : ByType(type, content);
    }

    private static LinkPayload ByType(ushort type, ReadOnlyMemory<byte> content) => type switch
    {
        Ipv4Type => Ip(content),
        Llc when content.Span.StartsWith(BacnetSap) => new(Carried.Npdu, content[BacnetSap.Length..]),
        _ => default,
    };

    private static LinkPayload Ip(ReadOnlyMemory<byte> content) => !content.IsEmpty && content.Span[0] >> 4 == 4 ? new(Carried.Ipv4, content) : default;

    private static ulong Mac(ReadOnlySpan<byte> octets) =>
        ((ulong)BinaryPrimitives.ReadUInt16BigEndian(octets) << 32) | BinaryPrimitives.ReadUInt32BigEndian(octets[2..]);
}
