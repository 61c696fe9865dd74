using CsCheck;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Tests.Frames;

/// <summary>Whole datagrams, as a network analyser shows them.</summary>
public sealed class BipFrameTests
{
    private static readonly DeviceAddress Peer = DeviceAddress.Parse("10.0.0.7:47808");

    [Fact]
    public void A_who_is_to_everybody_is_twelve_octets()
    {
        var target = new byte[BipFrame.MaxSize];
        NpduHeader everybody = new(NetworkAddress.GlobalBroadcast, NetworkAddress.None, ExpectsReply: false);

        var length = BipFrame.Encode(target, BvlcFunction.OriginalBroadcastNpdu, everybody, Octets.Of("10 08"));

        Octets.AreEqual("81 0B 000C 01 20 FFFF 00 FF 10 08", target.AsSpan(..length));
    }

    [Fact]
    public void A_request_from_the_link_is_taken_apart()
    {
        Assert.True(BipFrame.TryDecode(Octets.Of("81 0A 0011 01 04 02 03 3D 0C 0C 00000005 19 55"), Peer, out var frame, out var error));

        Assert.Equal(DecodeError.None, error);
        Assert.True(frame.HasNpdu && frame.HasApdu);
        Assert.Equal(Peer, frame.Source);
        Assert.True(frame.Network.ExpectsReply);
        Assert.Equal((PduType.ConfirmedRequest, 0x3D, 12), (frame.Apdu.Type, frame.Apdu.InvokeId, frame.Apdu.Service));
        Octets.AreEqual("0C000000051955", frame.Content);
    }

    [Fact]
    public void An_answer_from_behind_a_router_comes_from_the_device_there()
    {
        Assert.True(BipFrame.TryDecode(Octets.Of("81 0A 000D 01 08 07D1 01 0A 20 01 0F"), Peer, out var frame, out _));

        Assert.Equal(DeviceAddress.Parse("10.0.0.7:47808/2001:0a"), frame.Source);
        Assert.Equal(PduType.SimpleAck, frame.Apdu.Type);
        Assert.True(frame.Content.IsEmpty);
    }

    [Theory]
    [InlineData("81 04 001A C0A80110 BAC1 01 00 10 00 C4 02000003 22 0400 91 03 21 63", "192.168.1.16:47809")]
    [InlineData("81 04 001E C0A80110 BAC1 01 08 0005 01 7F 10 00 C4 02000003 22 0400 91 03 21 63", "192.168.1.16:47809/5:7f")]
    public void A_forwarded_message_comes_from_its_origin_and_not_from_who_forwarded_it(string hex, string origin)
    {
        Assert.True(BipFrame.TryDecode(Octets.Of(hex), Peer, out var frame, out _));

        Assert.Equal(DeviceAddress.Parse(origin), frame.Source);
        Octets.AreEqual("C402000003 220400 9103 2163", frame.Content);
    }

    [Fact]
    public void A_message_of_the_network_layer_has_no_apdu()
    {
        Assert.True(BipFrame.TryDecode(Octets.Of("81 0B 0009 01 80 01 07D1"), Peer, out var frame, out _));

        Assert.True(frame.HasNpdu);
        Assert.False(frame.HasApdu);
        Assert.Equal((byte?)1, frame.Network.NetworkMessage);
        Octets.AreEqual("07D1", frame.Content);
    }

    [Fact]
    public void A_message_of_the_link_layer_has_no_npdu()
    {
        Assert.True(BipFrame.TryDecode(Octets.Of("81 00 0006 0030"), Peer, out var frame, out _));

        Assert.False(frame.HasNpdu || frame.HasApdu);
        Assert.Equal(Peer, frame.Source);
        Octets.AreEqual("0030", frame.Content);
    }

    [Theory]
    [InlineData("81 0A 0004", DecodeError.Truncated)]                // no NPDU
    [InlineData("81 0A 0006 01 00", DecodeError.Truncated)]          // no APDU
    [InlineData("81 0A 0007 01 00 90", DecodeError.UnknownHeader)]   // a reserved APDU type
    [InlineData("81 0A 0008 02 00 10 08", DecodeError.UnknownHeader)]
    [InlineData("81 0A 0009 01 00 10 08", DecodeError.WrongDatagramLength)]
    [Trait("Rule", "135.1 14.1")]
    public void What_cannot_be_taken_apart_is_an_error(string hex, DecodeError expected)
    {
        Assert.False(BipFrame.TryDecode(Octets.Of(hex), Peer, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void The_largest_datagram_has_room_for_the_largest_apdu_behind_the_longest_header()
    {
        NetworkAddress longest = new(1, ulong.MaxValue, NetworkAddress.MaxMacLength);
        NpduHeader network = new(longest, longest, ExpectsReply: true);
        var target = new byte[BipFrame.MaxSize];

        var length = BipFrame.Encode(target, BvlcFunction.OriginalUnicastNpdu, network, new byte[ApduSizes.Largest]);

        Assert.InRange(length, ApduSizes.Largest + 27, BipFrame.MaxSize);
        Assert.True(BipFrame.TryDecode(target.AsSpan(..length), Peer, out _, out _));
    }

    [Fact]
    public void Every_datagram_reads_back() => Gen
        .Select(Any.Remote, Any.Remote, Gen.Bool, Gen.Byte.Array[0, ApduSizes.Largest - 3])
        .Sample((destination, source, routed, service) =>
        {
            NpduHeader network = new(destination, routed ? source : NetworkAddress.None, ExpectsReply: routed);
            var target = new byte[BipFrame.MaxSize];
            var length = BipFrame.Encode(target, BvlcFunction.OriginalUnicastNpdu, network, [0x30, 9, 12, .. service]);

            return BipFrame.TryDecode(target.AsSpan(..length), Peer, out var frame, out _)
                && frame.Network == network && frame.Source == (Peer with { Remote = network.Source })
                && frame.Apdu == new ApduHeader { Type = PduType.ComplexAck, InvokeId = 9, Service = 12 }
                && frame.Content.SequenceEqual(service);
        });
}
