using Plenum.Gateway.Configuration;

namespace Plenum.Gateway.Tests.Configuration;

public class WrittenAddressTests
{
    [Theory]
    [InlineData("192.168.1.2", "192.168.1.2", null, null)]
    [InlineData("192.168.1.2:47808", "192.168.1.2", null, "47808")]
    [InlineData("192.168.1.2/24", "192.168.1.2", "24", null)]
    [InlineData(" 192.168.1.2/255.255.255.0:47809 ", "192.168.1.2", "255.255.255.0", "47809")]
    public void An_address_is_taken_apart(string text, string host, string? mask, string? port) =>
        Assert.Equal(new WrittenAddress(host, mask, port), WrittenAddress.Parse(text));

    [Theory]
    [InlineData("192.168.1.2", false)]
    [InlineData("192.168.1.2/24:47808", false)]
    [InlineData("controller-7:47808", false)]
    [InlineData("box", false)]
    [InlineData("*", true)]
    [InlineData("*:6789", true)]
    [InlineData("*:*:*", true)]
    [InlineData("192.168.X.X:47808", true)]
    [InlineData("192.xxx.1.160", true)]
    [InlineData("X:12", true)]
    [InlineData("5:12", true)]
    [InlineData("11:10.20.30.40", true)]
    [InlineData("11:10.20.30.40:47808", true)]
    [InlineData("10.0.0.1@10.0.0.2", true)]
    public void A_pattern_is_told_from_an_address(string text, bool isPattern) =>
        Assert.Equal(isPattern, WrittenAddress.Parse(text).IsPattern);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("24", 24)]
    [InlineData("32", 32)]
    [InlineData("255.255.255.0", 24)]
    [InlineData("255.255.252.0", 22)]
    [InlineData("0.0.0.0", 0)]
    [InlineData("255.255.255.255", 32)]
    [InlineData("33", null)]
    [InlineData("-1", null)]
    [InlineData("255.0.255.0", null)]
    [InlineData("255.255.255", null)]
    [InlineData("abc", null)]
    [InlineData("", null)]
    public void A_mask_is_a_prefix_length_or_dotted(string mask, int? expected)
    {
        var isMask = ApplicationReader.TryPrefix(mask, out var prefix);

        Assert.Equal(expected, isMask ? prefix : null);
    }
}
