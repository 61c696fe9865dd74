using Plenum.Captures;
using static Plenum.Tests.Captures.CaptureBytes;

namespace Plenum.Tests.Captures;

/// <summary>Captures of both kinds, in every form that they have, and damaged ones.</summary>
public sealed class CaptureReaderTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void A_pcap_is_read_in_either_byte_order_with_micro_or_nanoseconds(bool bigEndian, bool nanoseconds)
    {
        var packets = ReadAll(Pcap(1, bigEndian, nanoseconds, [1, 2, 3], [], [4]));

        Assert.Equal([(1, "010203"), (2, ""), (3, "04")], packets.Select(packet => (packet.Number, packet.Hex)));
        Assert.Equal(Start.AddSeconds(2).AddTicks(nanoseconds ? 1_234_567 : 1_234_560), packets[2].Time);
        Assert.All(packets, packet => Assert.Equal(LinkType.Ethernet, packet.Link));
    }

    [Fact] // the upper bits tell of a frame check sequence
    public void A_link_type_is_read_without_what_stands_above_it() => Assert.Equal(LinkType.Raw, Assert.Single(ReadAll(Pcap(0x5000_0065, false, false, [1]))).Link);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_pcapng_is_read_in_either_byte_order_and_unknown_blocks_and_options_are_passed_over(bool bigEndian)
    {
        byte[] options = [.. Number(2, 2, bigEndian), .. Number(5, 2, bigEndian), .. "eth0\0"u8, 0, 0, 0, .. Number(9, 2, bigEndian), .. Number(1, 2, bigEndian), 9, 0, 0, 0, .. Number(0, 4, bigEndian)];
        var packets = ReadAll(
        [
            .. Section(bigEndian), .. Interface(1, bigEndian), .. Block(0x0BAD, bigEndian, [1, 2, 3]), .. Interface(101, bigEndian, options),
            .. Packet(0, 1_700_000_000_123_456, bigEndian, [1, 2, 3]),
            .. Block(5, bigEndian, new byte[12]),
            .. Packet(1, 1_700_000_001_123_456_789, bigEndian, [4, 5, 6, 7, 8]),
            .. Block(3, bigEndian, [.. Number(2, 4, bigEndian), 9, 10]),
        ]);

        Assert.Equal(["010203", "0405060708", "090a"], packets.Select(packet => packet.Hex));
        Assert.Equal([LinkType.Ethernet, LinkType.Raw, LinkType.Ethernet], packets.Select(packet => packet.Link));
        Assert.Equal([Start.AddTicks(1_234_560), Start.AddSeconds(1).AddTicks(1_234_567), DateTimeOffset.UnixEpoch], packets.Select(packet => packet.Time));
    }

    [Theory] // if_tsresol: a negative power of ten, or of two when the first bit is set; if_tsoffset: seconds
    [InlineData(0, 0, 1_700_000_000)]
    [InlineData(3, 0, 1_700_000_000_000)]
    [InlineData(0x80 + 10, 0, 1_700_000_000L * 1024)]
    [InlineData(0, 700_000_000, 1_000_000_000)]
    public void A_time_stamp_counts_what_its_interface_says(byte resolution, long offset, ulong stamp)
    {
        byte[] options = [.. Number(9, 2, false), .. Number(1, 2, false), resolution, 0, 0, 0, .. Number(14, 2, false), .. Number(8, 2, false), .. Number((ulong)offset, 8, false)];

        Assert.Equal(Start, Assert.Single(ReadAll([.. Section(false), .. Interface(1, false, options), .. Packet(0, stamp, false, [1])])).Time);
    }

    [Fact]
    public void A_section_may_follow_in_the_other_byte_order_with_its_own_interfaces() => Assert.Equal(
        [LinkType.Ethernet, LinkType.Raw],
        ReadAll([.. Section(false), .. Interface(1, false), .. Packet(0, 0, false, [1]), .. Section(true), .. Interface(101, true), .. Packet(0, 0, true, [2])]).Select(packet => packet.Link));

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("1F8B0800", "not a capture: it begins with 1f8b0800")]
    [InlineData("D4C3B2A1 0200 0400", "ends at octet 8, inside the header")]
    [InlineData("D4C3", "ends at octet 2, inside the header")]
    public void What_is_no_capture_is_told(string hex, string why) =>
        Assert.Contains(why, Assert.Throws<CaptureException>(() => ReadAll(Hex(hex))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_capture_that_ends_early_says_where_whatever_the_place()
    {
        byte[] pcap = Pcap(1, false, false, [1, 2, 3], [4, 5, 6]);
        byte[] pcapng = [.. Section(false), .. Interface(1, false), .. Packet(0, 0, false, [1, 2, 3]), .. Packet(0, 0, false, [4, 5, 6])];
        int[] wholePcap = [24, 43, 62], wholePcapng = [28, 48, 84, 120];

        foreach (var (file, whole) in ((byte[], int[])[])[(pcap, wholePcap), (pcapng, wholePcapng)])
        {
            for (var length = 1; length < file.Length; length++)
            {
                if (whole.Contains(length)) ReadAll(file[..length]);
                else Assert.Contains($"ends at octet {length}, ", Assert.Throws<CaptureException>(() => ReadAll(file[..length])).Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_length_that_no_packet_has_is_damage_and_no_huge_buffer()
    {
        var damaged = Pcap(1, false, false, [1]);
        damaged[24 + 11] = 0x7F;

        Assert.Contains("packet 1 says 2130706433 octets", Assert.Throws<CaptureException>(() => ReadAll(damaged)).Message, StringComparison.Ordinal);
    }

    [Fact] // whatever a damaged file holds, it is read or told
    public void Any_octet_replaced_in_a_capture_is_read_or_told()
    {
        byte[] pcapng = [.. Section(false), .. Interface(1, false, [9, 0, 1, 0, 6, 0, 0, 0]), .. Packet(0, 0, false, [1, 2, 3]), .. Block(3, false, [1, 0, 0, 0, 9])];
        foreach (var original in (byte[][])[Pcap(1, false, false, [1, 2, 3], [4]), pcapng])
        {
            for (var place = 0; place < original.Length; place++)
            {
                foreach (byte octet in (byte[])[0, 1, 0x7F, 0x80, 0xFF])
                {
                    byte[] file = [.. original];
                    file[place] = octet;
                    try { ReadAll(file); }
                    catch (CaptureException told) { Assert.StartsWith("test: ", told.Message, StringComparison.Ordinal); }
                }
            }
        }
    }

    private static List<(int Number, DateTimeOffset Time, LinkType Link, string Hex)> ReadAll(byte[] file)
    {
        var reader = CaptureReader.Open(new MemoryStream(file), "test");
        List<(int, DateTimeOffset, LinkType, string)> packets = [];
        while (reader.TryNext(out var packet)) packets.Add((packet.Number, packet.Time, packet.Link, Convert.ToHexStringLower(packet.Octets.Span)));
        return packets;
    }
}
