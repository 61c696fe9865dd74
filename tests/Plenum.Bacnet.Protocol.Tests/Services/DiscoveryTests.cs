using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>Who-Is, I-Am, Who-Has and I-Have: what is out of their productions' ranges (clauses 16.9, 16.10).</summary>
public sealed class DiscoveryTests
{
    [Fact]
    public void A_who_is_without_limits_is_for_every_device()
    {
        WhoIsRequest all = new(), some = new(10, 20), one = new(7, 7);

        Assert.True(all.Includes(0) && all.Includes(ObjectId.AnyInstance));
        Assert.Equal([false, true, true, true, false], new uint[] { 9, 10, 15, 20, 21 }.Select(some.Includes));
        Assert.Equal([false, true, false], new uint[] { 6, 7, 8 }.Select(one.Includes));
    }

    [Theory]
    [InlineData("09 03", DecodeError.Truncated)]              // the high limit is missing
    [InlineData("19 03", DecodeError.WrongTag)]               // the low limit is missing
    [InlineData("09 03 19 03 29 03", DecodeError.TrailingBytes)]
    [InlineData("0B 400000 1B 400000", DecodeError.OutOfRange)]
    [InlineData("09 00 1B 400000", DecodeError.OutOfRange)]
    [InlineData("0B 400000 19 03", DecodeError.OutOfRange)]
    public void No_who_is_reads_from(string hex, DecodeError expected) => Wire.Fails<WhoIsRequest>(hex, expected, WhoIsRequest.TryDecode);

    [Theory]
    [InlineData("C4 00000003 22 0400 91 03 21 63", DecodeError.OutOfRange)]        // not a device
    [InlineData("C4 02000003 22 0400 91 04 21 63", DecodeError.OutOfRange)]        // no such segmentation
    [InlineData("C4 02000003 22 0400 91 03 23 010000", DecodeError.OutOfRange)]    // a vendor beyond 16 bits
    [InlineData("C4 02000003 22 0400 91 03 21 63 00", DecodeError.TrailingBytes)]
    [InlineData("0C 02000003 22 0400 91 03 21 63", DecodeError.WrongTag)]
    [InlineData("", DecodeError.Truncated)]
    public void No_i_am_reads_from(string hex, DecodeError expected) => Wire.Fails<IAmRequest>(hex, expected, IAmRequest.TryDecode);

    [Theory]
    [InlineData("", DecodeError.Truncated)]
    [InlineData("09 01 19 02", DecodeError.Truncated)]
    [InlineData("2C 00000003 3D 07 00 4F4154656D70", DecodeError.TrailingBytes)]   // both ways of asking
    [InlineData("0B 400000 1B 400000 2C 00000003", DecodeError.OutOfRange)]
    [InlineData("4C 00000003", DecodeError.WrongTag)]
    public void No_who_has_reads_from(string hex, DecodeError expected) => Wire.Fails<WhoHasRequest>(hex, expected, WhoHasRequest.TryDecode);

    [Theory]
    [InlineData("C4 02000008 C4 00000003", DecodeError.Truncated)]
    [InlineData("C4 02000008 75 02 00 41", DecodeError.WrongTag)]
    [InlineData("C4 02000008 C4 00000003 72 00 41 00", DecodeError.TrailingBytes)]
    public void No_i_have_reads_from(string hex, DecodeError expected) => Wire.Fails<IHaveRequest>(hex, expected, IHaveRequest.TryDecode);
}
