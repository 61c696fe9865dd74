using Plenum.Bacnet.Protocol.Apdu;

namespace Plenum.Bacnet.Protocol.Tests.Apdu;

public sealed class SegmentCountsTests
{
    [Theory, Trait("Rule", "BTL 6.4")] // clause 20.1.2.4
    [InlineData(2, 1), InlineData(3, 1), InlineData(4, 2), InlineData(8, 3), InlineData(15, 3), InlineData(16, 4), InlineData(32, 5), InlineData(63, 5), InlineData(64, 6), InlineData(65, 7), InlineData(4096, 7)]
    public void A_count_is_said_as_the_nearest_one_below_that_has_a_code(int segments, byte code) => Assert.Equal(code, SegmentCounts.Encode(segments));

    [Theory]
    [InlineData(0, int.MaxValue), InlineData(1, 2), InlineData(2, 4), InlineData(3, 8), InlineData(4, 16), InlineData(5, 32), InlineData(6, 64), InlineData(7, int.MaxValue)]
    public void A_code_allows_as_many_segments_as_it_names(byte code, int segments) => Assert.Equal(segments, SegmentCounts.Decode(code));
}
