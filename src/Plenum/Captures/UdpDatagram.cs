using System.Buffers.Binary;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Captures;

/// <summary>A UDP datagram over IPv4 (RFC 768 over RFC 791).</summary>
/// <param name="Source">Who sent it.</param>
/// <param name="Destination">Who it is for.</param>
/// <param name="Payload">Its content, as much of it as there is.</param>
internal readonly record struct UdpDatagram(DeviceAddress Source, DeviceAddress Destination, ReadOnlyMemory<byte> Payload)
{
    private const int Header = 8, LengthOffset = 4;

    /// <summary>Takes the header off; null when it is not whole.</summary>
    public static UdpDatagram? Read(uint source, uint destination, ReadOnlyMemory<byte> udp)
    {
        var octets = udp.Span;
        if (octets.Length < Header) return null;
        int length = BinaryPrimitives.ReadUInt16BigEndian(octets[LengthOffset..]);
        if (length < Header) return null;
        return new(
            new(source, BinaryPrimitives.ReadUInt16BigEndian(octets)),
            new(destination, BinaryPrimitives.ReadUInt16BigEndian(octets[2..])),
            udp[Header..Math.Min(length, octets.Length)]);
    }
}
