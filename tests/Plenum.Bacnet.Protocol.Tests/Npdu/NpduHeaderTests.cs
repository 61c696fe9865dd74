using CsCheck;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Tests.Npdu;

/// <summary>Clause 6.2: version, control, DNET, DLEN, DADR, SNET, SLEN, SADR, hop count, message type, in this order.</summary>
public sealed class NpduHeaderTests
{
    private static readonly Gen<NpduHeader> Headers =
        from destination in Gen.OneOf(Any.Remote, Gen.Const(NetworkAddress.None), Gen.Const(NetworkAddress.GlobalBroadcast), Gen.UShort[1, 65534].Select(network => new NetworkAddress(network, 0, 0)))
        from source in Gen.OneOf(Any.Remote, Gen.Const(NetworkAddress.None))
        from expectsReply in Gen.Bool
        from priority in Gen.Byte[0, 3]
        from hops in Gen.Byte
        from message in Gen.Byte.Nullable()
        select new NpduHeader(destination, source, expectsReply, priority, destination.IsNone ? (byte)255 : hops, message);

    public static TheoryData<string, NpduHeader> Vectors => new()
    {
        { "01 00", new(NetworkAddress.None, NetworkAddress.None, ExpectsReply: false) },
        { "01 04", new(NetworkAddress.None, NetworkAddress.None, ExpectsReply: true) },
        { "01 03", new(NetworkAddress.None, NetworkAddress.None, ExpectsReply: false, Priority: 3) },
        { "01 20 FFFF 00 FF", new(NetworkAddress.GlobalBroadcast, NetworkAddress.None, ExpectsReply: false) },
        { "01 20 07D1 00 FF", new(new(2001, 0, 0), NetworkAddress.None, ExpectsReply: false) },
        { "01 24 07D1 01 0A FF", new(new(2001, 0x0A, 1), NetworkAddress.None, ExpectsReply: true) },
        { "01 08 0005 06 C0A80102BAC0", new(NetworkAddress.None, new(5, 0xC0A80102BAC0, 6), ExpectsReply: false) },
        { "01 2F 1234 03 010203 FFFE 01 7F 0B", new(new(0x1234, 0x010203, 3), new(0xFFFE, 0x7F, 1), ExpectsReply: true, Priority: 3, HopCount: 11) },
        { "01 08 0001 08 FFEEDDCCBBAA9988", new(NetworkAddress.None, new(1, 0xFFEEDDCCBBAA9988, 8), ExpectsReply: false) },
        { "01 80 01", new(NetworkAddress.None, NetworkAddress.None, ExpectsReply: false, NetworkMessage: 1) },
        { "01 A0 FFFF 00 FF 01", new(NetworkAddress.GlobalBroadcast, NetworkAddress.None, ExpectsReply: false, NetworkMessage: 1) },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_header_is_written_and_read(string hex, NpduHeader header)
    {
        var target = new byte[NpduHeader.MaxSize];

        Octets.AreEqual(hex, target.AsSpan(..header.Encode(target)));
        Assert.True(NpduHeader.TryDecode([.. Octets.Of(hex), 0x10, 0x08], out var read, out var content, out _));
        Assert.Equal(header, read);
        Octets.AreEqual("1008", content);
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_header_that_ends_early_is_truncated(string hex, NpduHeader header)
    {
        var octets = Octets.Of(hex);
        Assert.True(NpduHeader.TryDecode(octets, out var whole, out _, out _));
        Assert.Equal(header, whole);
        for (var length = 0; length < octets.Length; length++)
        {
            Assert.False(NpduHeader.TryDecode(octets.AsSpan(..length), out _, out _, out var error));
            Assert.Equal(DecodeError.Truncated, error);
        }
    }

    [Theory]
    [InlineData("02 00", DecodeError.UnknownHeader)]
    [InlineData("00 00", DecodeError.UnknownHeader)]
    [InlineData("01 20 0000 01 05 FF", DecodeError.OutOfRange)]      // network 0 as destination
    [InlineData("01 08 0000 01 05", DecodeError.OutOfRange)]         // network 0 as source
    [InlineData("01 08 FFFF 01 05", DecodeError.OutOfRange)]         // every network as source
    [InlineData("01 08 0005 00", DecodeError.OutOfRange)]            // a broadcast as source
    [InlineData("01 08 0005 09 010203040506070809", DecodeError.WrongLength)]
    [InlineData("01 20 0005 09 010203040506070809 FF", DecodeError.WrongLength)]
    [InlineData("01 20 0005 FF 00", DecodeError.Truncated)]
    public void What_cannot_be_a_header_is_an_error(string hex, DecodeError expected)
    {
        Assert.False(NpduHeader.TryDecode(Octets.Of(hex), out var header, out _, out var error));
        Assert.Equal((expected, default(NpduHeader)), (error, header));
    }

    [Fact] // clause 6.2.2: bits 6 and 4 of the control octet are reserved
    public void Reserved_bits_change_nothing()
    {
        Assert.True(NpduHeader.TryDecode(Octets.Of("01 54 10"), out var header, out var content, out _));
        Assert.Equal(new(NetworkAddress.None, NetworkAddress.None, ExpectsReply: true), header);
        Assert.Equal(1, content.Length);
    }

    [Fact] // clause 6.2.4: types of 0x80 and more are followed by a vendor's number, which is the message's own
    public void A_vendors_message_keeps_the_vendor_in_its_content()
    {
        Assert.True(NpduHeader.TryDecode(Octets.Of("01 80 80 00 08 01"), out var header, out var content, out _));
        Assert.Equal((byte?)0x80, header.NetworkMessage);
        Octets.AreEqual("000801", content);
    }

    [Fact]
    public void The_longest_header_has_the_longest_size()
    {
        NetworkAddress longest = new(1, ulong.MaxValue, NetworkAddress.MaxMacLength);
        NpduHeader header = new(longest, longest, ExpectsReply: true, NetworkMessage: 0);

        Assert.Equal(NpduHeader.MaxSize, header.Encode(new byte[NpduHeader.MaxSize]));
    }

    [Fact]
    public void Every_header_reads_back() => Headers.Sample(header =>
    {
        var target = new byte[NpduHeader.MaxSize];
        var size = header.Encode(target);
        return NpduHeader.TryDecode(target.AsSpan(..size), out var read, out var content, out _) && read == header && content.IsEmpty;
    }, iter: Effort.Runs(2000));
}
