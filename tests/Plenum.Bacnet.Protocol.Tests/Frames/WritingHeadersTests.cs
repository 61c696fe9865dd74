using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;

namespace Plenum.Bacnet.Protocol.Tests.Frames;

/// <summary>Headers are written to the octet, and not behind it.</summary>
public sealed class WritingHeadersTests
{
    [Fact]
    public void A_network_header_needs_no_more_room_than_it_takes()
    {
        NpduHeader header = new(default, new NetworkAddress(2001, 0x010203, 3), ExpectsReply: false);
        var room = new byte[8];

        Assert.Equal(room.Length, header.Encode(room));
        Octets.AreEqual("01 08 07D1 03 010203", room);
    }

    [Fact] // clause J.2.5: a forwarded NPDU names its origin, which this writer does not know
    public void A_forwarded_datagram_is_not_written_without_its_origin()
    {
        var mistake = Assert.Throws<ArgumentException>(() => BipFrame.Encode(new byte[BipFrame.MaxSize], BvlcFunction.ForwardedNpdu, default, [0x10, 0x08]));

        Assert.Equal("function", mistake.ParamName);
        Assert.Contains("origin", mistake.Message, StringComparison.Ordinal);
    }
}
