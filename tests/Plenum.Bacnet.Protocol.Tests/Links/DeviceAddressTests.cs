using System.Net;
using CsCheck;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Protocol.Tests.Links;

public sealed class DeviceAddressTests
{
    private static readonly Gen<NetworkAddress> Remotes =
        Gen.Select(Gen.UShort[1, 65534], Gen.ULong, Gen.Byte[0, NetworkAddress.MaxMacLength], (network, mac, length) =>
            new NetworkAddress(network, length == 0 ? 0 : mac >> (64 - 8 * length), length));

    [Theory]
    [InlineData("192.168.1.2", 0xC0A80102u, 47808)]
    [InlineData("192.168.1.2:47809", 0xC0A80102u, 47809)]
    [InlineData("255.255.255.255:1", 0xFFFFFFFFu, 1)]
    public void An_address_reads_from(string text, uint ip, int port) =>
        Assert.Equal(new DeviceAddress(ip, (ushort)port), DeviceAddress.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("192.168.1")]
    [InlineData("192.168.1.256")]
    [InlineData("3232235778")]
    [InlineData("::1")]
    [InlineData("controller.local")]
    [InlineData("192.168.1.2:")]
    [InlineData("192.168.1.2:0")]
    [InlineData("192.168.1.2:65536")]
    [InlineData("192.168.1.2:-1")]
    [InlineData("192.168.1.2/24")]
    [InlineData("192.168.1.2/")]
    [InlineData("192.168.1.2/0:05")]
    public void No_address_reads_from(string text)
    {
        Assert.False(DeviceAddress.TryParse(text, out var address));
        Assert.Equal(default, address);
        Assert.Contains($"\"{text}\" is not an address", Assert.Throws<FormatException>(() => DeviceAddress.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_address_reads_back_from_its_text() => Gen
        .Select(Gen.UInt, Gen.UShort[1, ushort.MaxValue], Remotes, Gen.Bool)
        .Sample((ip, port, remote, routed) =>
        {
            DeviceAddress address = new(ip, port, routed ? remote : NetworkAddress.None);
            return DeviceAddress.Parse(address.ToString()) == address;
        });

    [Theory]
    [InlineData("2001:0a", 2001, 0x0Aul, 1)]
    [InlineData("5:c0a80102bac0", 5, 0xC0A80102BAC0ul, 6)]
    [InlineData("65535:*", 65535, 0ul, 0)]
    public void An_address_behind_a_router_reads_from_and_is_written_as(string text, int network, ulong mac, int length)
    {
        NetworkAddress address = new((ushort)network, mac, (byte)length);

        Assert.True(NetworkAddress.TryParse(text, out var read));
        Assert.Equal(address, read);
        Assert.Equal(text, address.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2001")]
    [InlineData("2001:")]
    [InlineData("2001:a")]
    [InlineData("2001:0x0a")]
    [InlineData("2001:zz")]
    [InlineData("0:0a")]
    [InlineData("65536:0a")]
    [InlineData("2001:112233445566778899")]
    public void No_address_behind_a_router_reads_from(string text) => Assert.False(NetworkAddress.TryParse(text, out _));

    [Fact]
    public void The_platforms_own_types_convert_both_ways()
    {
        DeviceAddress address = new(IPAddress.Parse("10.1.2.3"), 47808);

        Assert.Equal(0x0A010203u, address.Ip);
        Assert.Equal(IPAddress.Parse("10.1.2.3"), address.IPAddress);
        Assert.Throws<FormatException>(() => new DeviceAddress(IPAddress.IPv6Loopback, 47808));
    }

    [Fact]
    public void The_link_of_an_address_is_its_router()
    {
        var routed = DeviceAddress.Parse("10.1.2.3:47808/2001:0a");

        Assert.Equal(DeviceAddress.Parse("10.1.2.3"), routed.Link);
        Assert.Equal("10.1.2.3:47808/2001:0a", routed.ToString());
    }
}
