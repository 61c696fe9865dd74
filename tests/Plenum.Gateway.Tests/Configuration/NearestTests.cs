using Plenum.Gateway.Configuration;

namespace Plenum.Gateway.Tests.Configuration;

public class NearestTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("", "ab", 2)]
    [InlineData("abc", "acb", 1)]
    [InlineData("abcd", "abxcd", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void The_distance_counts_letters_changed_and_neighbours_swapped(string left, string right, int distance)
    {
        Assert.Equal(distance, Nearest.Distance(left, right));
        Assert.Equal(distance, Nearest.Distance(right, left));
    }

    [Theory]
    [InlineData("analogInptu", "analogInput")]
    [InlineData("ANALOGINPUT", "analogInput")]
    [InlineData("analogValeu", "analogValue")]
    [InlineData("windmill", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_suggested_and_none_when_none_is_near(string written, string? meant) =>
        Assert.Equal(meant, Nearest.To(written, ["analogInput", "analogValue", "binaryInput"]));

    [Fact]
    public void Nothing_is_near_when_there_is_nothing() => Assert.Null(Nearest.To("a", []));
}
