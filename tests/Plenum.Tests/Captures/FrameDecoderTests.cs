using Plenum.Bacnet.Protocol.Messages;
using Plenum.Captures;
using static Plenum.Tests.Captures.CaptureBytes;

namespace Plenum.Tests.Captures;

/// <summary>BACnet is found under every kind of link, and put together from its pieces.</summary>
public sealed class FrameDecoderTests
{
    private static readonly byte[] Datagram = Udp(IAm);
    private const string Addresses = "020000000002 020000000001";

    private readonly FrameDecoder _decoder = new();
    private int _packets;

    public static TheoryData<string, string> Links => new()
    {
        { "Ethernet", Addresses + "0800" },
        { "Ethernet", Addresses + "8100 0064 0800" },
        { "Ethernet", Addresses + "88A8 0064 8100 00C8 0800" },
        { "LinuxCooked", "0000 0001 0006 0200000000010000 0800" },
        { "LinuxCooked2", "0800 0000 00000002 0001 00 06 0200000000010000" },
        { "Null", "02000000" },
        { "Loop", "00000002" },
        { "Raw", "" },
        { "RawOfBsd", "" },
        { "Ipv4", "" },
    };

    [Theory]
    [MemberData(nameof(Links))]
    public void A_datagram_is_found_behind_every_kind_of_link(string link, string header)
    {
        var frame = Decode([.. Hex(header), .. Datagram], Enum.Parse<LinkType>(link));

        Assert.Equal("10.0.0.1:47808 > 10.0.0.255:47808/65535:* i-am", $"{frame?.Source} > {frame?.Destination} {frame?.Message.Name}");
    }

    [Theory]
    [MemberData(nameof(Links))]
    public void A_packet_that_ends_anywhere_is_no_exception(string link, string header)
    {
        byte[] packet = [.. Hex(header), .. Datagram];
        for (var length = 0; length < packet.Length; length++)
        {
            var frame = Decode(packet[..length], Enum.Parse<LinkType>(link), packet.Length);
            if (frame is not null) Assert.Equal($"the capture has only {length} of its {packet.Length} octets", frame.Note);
        }
    }

    [Theory] // clause 7: the padding of a short frame is no part of the message
    [InlineData("0007 828203", 46)]
    [InlineData("8100 0064 0007 828203", 30)]
    public void An_NPDU_is_found_in_an_802_3_frame(string header, int padding)
    {
        var frame = Decode([.. Hex(Addresses + header), .. WhoIs, .. new byte[padding]]);

        Assert.Equal("02:00:00:00:00:01 > 02:00:00:00:00:02 who-is", $"{frame?.Source} > {frame?.Destination} {frame?.Message.Name}");
        Assert.Null(frame?.Message.Failure);
    }

    [Theory]
    [InlineData("86DD 60")]                   // IPv6
    [InlineData("0006 424203 0000")]          // spanning tree
    [InlineData("0800 45000014 00000000 40060000 0A000001 0A0000FF")]   // TCP
    public void What_cannot_carry_BACnet_is_passed_over(string rest) => Assert.Null(Decode(Hex(Addresses + rest)));

    [Theory]
    [InlineData(47808, "81 0B 0005 01", true)]    // on its own port everything is meant to be BACnet
    [InlineData(47808, "00", true)]
    [InlineData(50000, "81 0B 0005 01", true)]    // elsewhere only what agrees with itself
    [InlineData(50000, "81 0B 0006 01", false)]
    [InlineData(50000, "81 0D 0005 01", false)]
    [InlineData(50000, "82 0B 0005 01", false)]
    [InlineData(50000, "81 0B", false)]
    public void A_datagram_is_BACnet_by_its_port_or_by_its_form(ushort port, string hex, bool isBacnet) =>
        Assert.Equal(isBacnet, Decode(Udp(Hex(hex), port), LinkType.Raw) is not null);

    [Fact]
    public void With_a_port_only_that_port_is_BACnet()
    {
        var decoder = new FrameDecoder(port: 50_000);

        Assert.Null(decoder.Decode(new(1, default, LinkType.Raw, Datagram, Datagram.Length)));
        Assert.NotNull(decoder.Decode(new(2, default, LinkType.Raw, Udp(Hex("00"), 50_000), 29)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_datagram_in_IP_fragments_is_put_together_in_whatever_order_they_came(bool lastFirst)
    {
        byte[][] fragments = [Udp(IAm, fragmentTo: 16), Udp(IAm, fragmentFrom: 16, fragmentTo: 24), Udp(IAm, fragmentFrom: 24)];
        if (lastFirst) Array.Reverse(fragments);

        Assert.Null(Decode(fragments[0], LinkType.Raw));
        Assert.Null(Decode(fragments[1], LinkType.Raw));
        Assert.Equal(1, _decoder.IncompleteDatagrams);
        Assert.Equal((3, "i-am"), Decode(fragments[2], LinkType.Raw) is { } frame ? (frame.Number, frame.Message.Name) : default);
        Assert.Equal(0, _decoder.IncompleteDatagrams);
    }

    [Fact]
    public void Fragments_without_their_rest_are_counted_and_do_not_pile_up()
    {
        for (byte i = 0; i < 200; i++)
        {
            var fragment = Udp(IAm, fragmentTo: 16);
            fragment[5] = i;   // identification
            Assert.Null(Decode(fragment, LinkType.Raw));
        }

        Assert.Equal(200, _decoder.IncompleteDatagrams);
    }

    [Fact] // a BBMD passes it on, a router stands before the device: the speaker is the device
    public void Who_speaks_is_the_origin_and_the_device_behind_the_router()
    {
        var frame = Decode(Udp(Hex("81 04 0012 C0A80105 BAC1 01 08 07D1 01 0A 10 08")), LinkType.Raw);

        Assert.Equal("192.168.1.5:47809/2001:0a", $"{frame?.Source}");
        Assert.Equal("10.0.0.1:47808", $"{frame?.ForwardedBy}");
    }

    [Fact]
    public void A_request_that_is_there_again_before_its_answer_is_a_retransmission()
    {
        var (ask, answer) = (Udp(Hex("81 0A 0011 01 04 00 04 07 0C 0C 00000005 19 55")), Udp(Hex("81 0A 0009 01 00 60 07 09")));
        (answer[15], answer[19]) = (255, 1);   // the other way round

        Assert.Equal([false, true, false, false], new[] { ask, ask, answer, ask }.Select(packet => Decode(packet, LinkType.Raw)!.IsRetransmission));
    }

    [Fact]
    public void A_link_type_that_is_not_known_is_counted()
    {
        Assert.Null(Decode(Datagram, (LinkType)105));
        Assert.Equal(new Dictionary<int, int> { [105] = 1 }, _decoder.UnknownLinks);
    }

    private DecodedFrame? Decode(byte[] packet, LinkType link = LinkType.Ethernet, int? length = null) =>
        _decoder.Decode(new(++_packets, default, link, packet, length ?? packet.Length));
}
