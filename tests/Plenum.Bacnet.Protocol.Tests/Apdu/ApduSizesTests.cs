using Plenum.Bacnet.Protocol.Apdu;

namespace Plenum.Bacnet.Protocol.Tests.Apdu;

public sealed class ApduSizesTests
{
    [Theory] // clause 20.1.2.5
    [InlineData(0, 50)]
    [InlineData(1, 128)]
    [InlineData(2, 206)]
    [InlineData(3, 480)]
    [InlineData(4, 1024)]
    [InlineData(5, 1476)]
    public void A_code_stands_for_a_size(byte code, int octets)
    {
        Assert.Equal(octets, ApduSizes.Decode(code));
        Assert.Equal(code, ApduSizes.Encode(octets));
        Assert.True(ApduSizes.IsStandard(octets));
    }

    [Theory]
    [InlineData(51, 0)]
    [InlineData(127, 0)]
    [InlineData(479, 2)]
    [InlineData(1475, 4)]
    [InlineData(1497, 5)]
    [InlineData(int.MaxValue, 5)]
    public void A_size_between_two_codes_takes_the_lower_one(int octets, byte code) => Assert.Equal(code, ApduSizes.Encode(octets));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(50, 0)]
    [InlineData(51, 1)]
    [InlineData(480, 3)]
    [InlineData(900, 4)]
    [InlineData(1476, 5)]
    [InlineData(int.MaxValue, 5)]
    public void A_size_that_must_fit_takes_the_upper_one(int octets, byte code) => Assert.Equal(code, ApduSizes.EncodeAtLeast(octets));

    [Theory]
    [InlineData(49)]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_size_below_the_smallest_still_has_a_code(int octets) => Assert.Equal(0, ApduSizes.Encode(octets));

    [Theory]
    [InlineData(6)]
    [InlineData(15)]
    [InlineData(255)]
    public void A_reserved_code_is_taken_for_the_largest_size(byte code) => Assert.Equal(ApduSizes.Largest, ApduSizes.Decode(code));

    [Theory]
    [InlineData(0)]
    [InlineData(1497)]
    [InlineData(-50)]
    [InlineData(65536 + 50)]
    [InlineData(int.MinValue + 1476)]
    public void Another_size_is_not_a_standard_one(int octets) => Assert.False(ApduSizes.IsStandard(octets));
}
