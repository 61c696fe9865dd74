using CsCheck;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Tests.Bvlc;

/// <summary>Clause J.2: type 0x81, function, length of the whole datagram, and the origin of a forwarded one.</summary>
public sealed class BvlcHeaderTests
{
    [Theory]
    [InlineData("81 0A 0006 0102", BvlcFunction.OriginalUnicastNpdu)]
    [InlineData("81 0B 0006 0102", BvlcFunction.OriginalBroadcastNpdu)]
    [InlineData("81 09 0006 0102", BvlcFunction.DistributeBroadcastToNetwork)]
    [InlineData("81 05 0006 003C", BvlcFunction.RegisterForeignDevice)]
    [InlineData("81 02 0004", BvlcFunction.ReadBroadcastDistributionTable)]
    public void A_header_is_written_and_read(string hex, BvlcFunction function)
    {
        var datagram = Octets.Of(hex);
        var target = new byte[BvlcHeader.Size];

        Assert.Equal(BvlcHeader.Size, new BvlcHeader(function).Encode(target, datagram.Length));
        Assert.Equal(datagram[..BvlcHeader.Size], target);
        Assert.True(BvlcHeader.TryDecode(datagram, out var header, out var content, out var error));
        Assert.Equal((new BvlcHeader(function), DecodeError.None), (header, error));
        Assert.True(content.SequenceEqual(datagram.AsSpan(BvlcHeader.Size..)));
    }

    [Fact] // clause J.2.5
    public void A_forwarded_message_carries_its_origin()
    {
        var datagram = Octets.Of("81 04 000E C0A80110 BAC0 01 00 10 08");
        BvlcHeader expected = new(BvlcFunction.ForwardedNpdu, DeviceAddress.Parse("192.168.1.16:47808"));
        var target = new byte[10];

        Assert.Equal(10, expected.Encode(target, datagram.Length));
        Assert.Equal(datagram[..10], target);
        Assert.True(BvlcHeader.TryDecode(datagram, out var header, out var content, out _));
        Assert.Equal(expected, header);
        Octets.AreEqual("01001008", content);
    }

    [Theory] // clause J.2.1
    [InlineData("81 00 0006 0000", BvlcResult.Success)]
    [InlineData("81 00 0006 0030", BvlcResult.RegisterForeignDeviceNak)]
    [InlineData("81 00 0006 0060", BvlcResult.DistributeBroadcastToNetworkNak)]
    [InlineData("81 00 0006 1234", (BvlcResult)0x1234)]
    public void A_result_is_written_and_read(string hex, BvlcResult result)
    {
        var target = new byte[6];

        Assert.Equal(6, BvlcHeader.EncodeResult(target, result));
        Octets.AreEqual(hex, target);
        Assert.True(BvlcHeader.TryDecode(target, out var header, out var content, out _));
        Assert.Equal(BvlcFunction.Result, header.Function);
        Assert.True(BvlcHeader.TryDecodeResult(content, out var read));
        Assert.Equal(result, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("00 00 00")]
    public void A_result_has_two_octets(string hex) => Assert.False(BvlcHeader.TryDecodeResult(Octets.Of(hex), out _));

    [Theory]
    [InlineData("", DecodeError.Truncated)]
    [InlineData("81 0A 00", DecodeError.Truncated)]
    [InlineData("82 0A 0004", DecodeError.UnknownHeader)]
    [InlineData("81 0A 0005", DecodeError.WrongDatagramLength)]
    [InlineData("81 0A 0003", DecodeError.WrongDatagramLength)]
    [InlineData("81 0A 0004 00", DecodeError.WrongDatagramLength)]
    [InlineData("81 0A 0000", DecodeError.WrongDatagramLength)]
    [InlineData("81 04 0004", DecodeError.Truncated)]
    [InlineData("81 04 0009 C0A80110 BA", DecodeError.Truncated)]
    public void What_cannot_be_a_datagram_is_an_error(string hex, DecodeError expected)
    {
        Assert.False(BvlcHeader.TryDecode(Octets.Of(hex), out var header, out var content, out var error));
        Assert.Equal((expected, default(BvlcHeader)), (error, header));
        Assert.True(content.IsEmpty);
    }

    [Fact]
    public void A_function_that_nobody_knows_is_handed_out_for_the_caller_to_judge()
    {
        Assert.True(BvlcHeader.TryDecode(Octets.Of("81 7F 0005 00"), out var header, out var content, out _));
        Assert.Equal((BvlcFunction)0x7F, header.Function);
        Assert.Equal(1, content.Length);
    }

    [Fact]
    public void A_length_beyond_16_bits_is_refused() =>
        Assert.Throws<OverflowException>(() => new BvlcHeader(BvlcFunction.OriginalUnicastNpdu).Encode(new byte[4], 65536));

    [Fact]
    public void Every_origin_reads_back() => Gen.Select(Gen.UInt, Gen.UShort).Sample((ip, port) =>
    {
        BvlcHeader header = new(BvlcFunction.ForwardedNpdu, new DeviceAddress(ip, port));
        var target = new byte[10];
        header.Encode(target, 10);
        return BvlcHeader.TryDecode(target, out var read, out _, out _) && read == header;
    });
}
