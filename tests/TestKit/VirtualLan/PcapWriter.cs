using System.Buffers.Binary;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.TestKit;

/// <summary>Writes datagrams as a capture file of bare IPv4 packets (LINKTYPE_RAW), for tools that dissect them.</summary>
public sealed class PcapWriter : IDisposable
{
    private const uint Magic = 0xA1B2C3D4, Raw = 101;
    private const int RecordHeader = 16, Ip = 20, Udp = 8;

    private readonly Stream _file;

    /// <summary>Begins a file.</summary>
    public PcapWriter(string path)
    {
        _file = File.Create(path);
        Span<byte> header = stackalloc byte[24];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], 4);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], ushort.MaxValue);
        BinaryPrimitives.WriteUInt32LittleEndian(header[20..], Raw);
        _file.Write(header);
    }

    /// <summary>Adds a datagram.</summary>
    public void Write(TimeSpan at, DeviceAddress from, DeviceAddress to, ReadOnlySpan<byte> datagram)
    {
        Span<byte> packet = stackalloc byte[RecordHeader + Ip + Udp + datagram.Length];
        packet.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(packet, (uint)at.TotalSeconds);
        BinaryPrimitives.WriteUInt32LittleEndian(packet[4..], (uint)(at.TotalMicroseconds % 1e6));
        BinaryPrimitives.WriteInt32LittleEndian(packet[8..], Ip + Udp + datagram.Length);
        BinaryPrimitives.WriteInt32LittleEndian(packet[12..], Ip + Udp + datagram.Length);
        var ip = packet[RecordHeader..];
        ip[0] = 0x45;   // version 4, five words
        BinaryPrimitives.WriteUInt16BigEndian(ip[2..], (ushort)(Ip + Udp + datagram.Length));
        (ip[8], ip[9]) = (64, 17);   // time to live, UDP
        BinaryPrimitives.WriteUInt32BigEndian(ip[12..], from.Ip);
        BinaryPrimitives.WriteUInt32BigEndian(ip[16..], to.Ip);
        BinaryPrimitives.WriteUInt16BigEndian(ip[10..], Checksum(ip[..Ip]));
        var udp = ip[Ip..];   // without a checksum, which UDP over IPv4 allows
        BinaryPrimitives.WriteUInt16BigEndian(udp, from.Port);
        BinaryPrimitives.WriteUInt16BigEndian(udp[2..], to.Port);
        BinaryPrimitives.WriteUInt16BigEndian(udp[4..], (ushort)(Udp + datagram.Length));
        datagram.CopyTo(udp[Udp..]);
        _file.Write(packet);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static ushort Checksum(ReadOnlySpan<byte> header)
    {
        uint sum = 0;
        for (var i = 0; i < header.Length; i += 2) sum += BinaryPrimitives.ReadUInt16BigEndian(header[i..]);
        while (sum > 0xFFFF) sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)~sum;
    }
}
