using System.Buffers.Binary;

namespace Plenum.Tests.Captures;

/// <summary>Captures as octets, written by hand: each field where its specification has it.</summary>
internal static class CaptureBytes
{
    /// <summary>An I-Am of device 7, as a datagram.</summary>
    public static readonly byte[] IAm = Hex("81 0B 0018 01 20 FFFF 00 FF 10 00 C4 02000007 22 05C4 91 00 21 2A");

    /// <summary>A Who-Is, as an NPDU.</summary>
    public static readonly byte[] WhoIs = Hex("01 00 10 08");

    public static byte[] Hex(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>A number of so many octets.</summary>
    public static byte[] Number(ulong value, int octets, bool bigEndian)
    {
        var all = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(all, value);
        byte[] number = all[(8 - octets)..];
        if (!bigEndian) Array.Reverse(number);
        return number;
    }

    /// <summary>A pcap file with packets a second apart, the fraction 123456 or 123456789.</summary>
    public static byte[] Pcap(uint link, bool bigEndian, bool nanoseconds, params byte[][] packets)
    {
        byte[] N(ulong value, int octets) => Number(value, octets, bigEndian);
        var second = 1_700_000_000UL;
        return
        [
            .. N(nanoseconds ? 0xA1B23C4D : 0xA1B2C3D4, 4), .. N(2, 2), .. N(4, 2), .. N(0, 8), .. N(65535, 4), .. N(link, 4),
            .. packets.SelectMany(packet => (byte[])[.. N(second++, 4), .. N(nanoseconds ? 123_456_789UL : 123_456, 4), .. N((ulong)packet.Length, 4), .. N((ulong)packet.Length, 4), .. packet]),
        ];
    }

    /// <summary>A block of a pcapng file: its body is padded to whole words.</summary>
    public static byte[] Block(uint type, bool bigEndian, byte[] body)
    {
        var padded = body.Concat(new byte[(4 - (body.Length % 4)) % 4]).ToArray();
        var length = Number((ulong)padded.Length + 12, 4, bigEndian);
        return [.. Number(type, 4, bigEndian), .. length, .. padded, .. length];
    }

    public static byte[] Section(bool bigEndian) =>
        Block(0x0A0D0D0A, bigEndian, [.. Number(0x1A2B3C4D, 4, bigEndian), .. Number(1, 2, bigEndian), .. Number(0, 2, bigEndian), .. Number(ulong.MaxValue, 8, bigEndian)]);

    public static byte[] Interface(uint link, bool bigEndian, params byte[] options) =>
        Block(1, bigEndian, [.. Number(link, 2, bigEndian), 0, 0, .. Number(0, 4, bigEndian), .. options]);

    public static byte[] Packet(uint source, ulong stamp, bool bigEndian, byte[] octets) => Block(6, bigEndian,
        [.. Number(source, 4, bigEndian), .. Number(stamp >> 32, 4, bigEndian), .. Number((uint)stamp, 4, bigEndian), .. Number((ulong)octets.Length, 4, bigEndian), .. Number((ulong)octets.Length, 4, bigEndian), .. octets]);

    /// <summary>A UDP datagram over IPv4, or the fragment of one.</summary>
    public static byte[] Udp(byte[] payload, ushort port = 47808, int fragmentFrom = 0, int fragmentTo = int.MaxValue)
    {
        byte[] udp = [.. Number(port, 2, true), .. Number(port, 2, true), .. Number((ulong)payload.Length + 8, 2, true), 0, 0, .. payload];
        var more = fragmentTo < udp.Length;
        var content = udp[fragmentFrom..Math.Min(fragmentTo, udp.Length)];
        return
        [
            0x45, 0, .. Number((ulong)content.Length + 20, 2, true), 0, 77, .. Number((more ? 0x2000UL : 0) + ((ulong)fragmentFrom / 8), 2, true), 64, 17, 0, 0,
            10, 0, 0, 1, 10, 0, 0, 255, .. content,
        ];
    }
}
