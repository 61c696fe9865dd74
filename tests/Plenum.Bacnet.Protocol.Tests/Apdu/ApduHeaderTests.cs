using CsCheck;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Tests.Apdu;

/// <summary>Clauses 20.1.2 to 20.1.9, the fixed part of each PDU.</summary>
public sealed class ApduHeaderTests
{
    private static readonly Gen<ApduHeader> Headers = Gen.Select(Gen.Byte[0, 7], Gen.Bool.Array[5], Gen.Byte[0, 7], Gen.Byte[0, 15], Gen.Byte.Array[4], Legal);

    public static TheoryData<string, ApduHeader> Vectors => new()
    {
        { "02 43 FE 0C", new() { Type = PduType.ConfirmedRequest, SegmentedResponseAccepted = true, MaxSegmentsCode = 4, MaxApduCode = 3, InvokeId = 254, Service = 12 } },
        { "0E 75 37 02 10 0E", new() { Type = PduType.ConfirmedRequest, Segmented = true, MoreFollows = true, SegmentedResponseAccepted = true, MaxSegmentsCode = 7, MaxApduCode = 5, InvokeId = 55, SequenceNumber = 2, WindowSize = 16, Service = 14 } },
        { "10 08", new() { Type = PduType.UnconfirmedRequest, Service = 8 } },
        { "20 07 0F", new() { Type = PduType.SimpleAck, InvokeId = 7, Service = 15 } },
        { "30 29 0C", new() { Type = PduType.ComplexAck, InvokeId = 41, Service = 12 } },
        { "3C 29 FF 7F 0E", new() { Type = PduType.ComplexAck, Segmented = true, MoreFollows = true, InvokeId = 41, SequenceNumber = 255, WindowSize = 127, Service = 14 } },
        { "43 29 03 08", new() { Type = PduType.SegmentAck, NegativeAck = true, FromServer = true, InvokeId = 41, SequenceNumber = 3, WindowSize = 8 } },
        { "40 29 03 08", new() { Type = PduType.SegmentAck, InvokeId = 41, SequenceNumber = 3, WindowSize = 8 } },
        { "50 29 0F", new() { Type = PduType.Error, InvokeId = 41, Service = 15 } },
        { "60 29 09", new() { Type = PduType.Reject, InvokeId = 41, Service = 9 } },
        { "71 29 04", new() { Type = PduType.Abort, FromServer = true, InvokeId = 41, Service = 4 } },
        { "70 29 0B", new() { Type = PduType.Abort, InvokeId = 41, Service = 11 } },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_header_is_written_and_read(string hex, ApduHeader header)
    {
        var octets = Octets.Of(hex);
        var target = new byte[8];

        Octets.AreEqual(hex, target.AsSpan(..header.Encode(target)));
        Assert.True(ApduHeader.TryDecode([.. octets, 0xAB, 0xCD], out var read, out var service, out _));
        Assert.Equal(header, read);
        Octets.AreEqual("ABCD", service);
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_header_that_ends_early_is_truncated(string hex, ApduHeader header)
    {
        var octets = Octets.Of(hex);
        Assert.True(ApduHeader.TryDecode(octets, out var whole, out var nothing, out _));
        Assert.Equal(header, whole);
        Assert.True(nothing.IsEmpty);
        for (var length = 0; length < octets.Length; length++)
        {
            Assert.False(ApduHeader.TryDecode(octets.AsSpan(..length), out var read, out _, out var error));
            Assert.Equal((DecodeError.Truncated, default(ApduHeader)), (error, read));
        }
    }

    [Theory] // clause 20.1: the types 8 to 15 are reserved
    [InlineData("80 00 00 00 00 00")]
    [InlineData("F0 00 00 00 00 00")]
    public void A_reserved_type_is_unknown(string hex)
    {
        Assert.False(ApduHeader.TryDecode(Octets.Of(hex), out _, out _, out var error));
        Assert.Equal(DecodeError.UnknownHeader, error);
    }

    [Theory] // reserved bits are to be zero, and are not looked at by who reads
    [InlineData("01 83 FE 0C", PduType.ConfirmedRequest)]
    [InlineData("1F 08", PduType.UnconfirmedRequest)]
    [InlineData("2F 07 0F", PduType.SimpleAck)]
    [InlineData("33 29 0C", PduType.ComplexAck)]
    [InlineData("5F 29 0F", PduType.Error)]
    [InlineData("6F 29 09", PduType.Reject)]
    public void Reserved_bits_change_nothing(string hex, PduType type)
    {
        Assert.True(ApduHeader.TryDecode(Octets.Of(hex), out var header, out var service, out _));
        Assert.Equal(type, header.Type);
        Assert.False(header.Segmented || header.SegmentedResponseAccepted || header.FromServer || header.NegativeAck || header.MaxSegmentsCode != 0);
        Assert.True(service.IsEmpty);
    }

    [Fact]
    public void Every_header_reads_back() => Headers.Sample(header =>
    {
        var target = new byte[6];
        var size = header.Encode(target);
        return ApduHeader.TryDecode(target.AsSpan(..size), out var read, out var service, out _) && read == header && service.IsEmpty;
    }, iter: Effort.Runs(2000));

    /// <summary>A header with only the fields that its type has.</summary>
    private static ApduHeader Legal(byte number, bool[] flags, byte segments, byte size, byte[] octets)
    {
        var type = (PduType)number;
        var request = type == PduType.ConfirmedRequest;
        var segmented = flags[0] && (request || type == PduType.ComplexAck);
        var window = segmented || type == PduType.SegmentAck;
        return new()
        {
            Type = type,
            Segmented = segmented,
            MoreFollows = segmented && flags[1],
            SegmentedResponseAccepted = request && flags[2],
            NegativeAck = type == PduType.SegmentAck && flags[3],
            FromServer = type is PduType.SegmentAck or PduType.Abort && flags[4],
            MaxSegmentsCode = request ? segments : (byte)0,
            MaxApduCode = request ? size : (byte)0,
            InvokeId = type == PduType.UnconfirmedRequest ? (byte)0 : octets[0],
            SequenceNumber = window ? octets[1] : (byte)0,
            WindowSize = window ? octets[2] : (byte)0,
            Service = type == PduType.SegmentAck ? (byte)0 : octets[3],
        };
    }
}
