using System.Net.NetworkInformation;
using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Transport;

public sealed class BroadcastDomainTests
{
    private static readonly LocalSubnet Loopback = Subnet("127.0.0.1", 8);
    private static readonly LocalSubnet Office = Subnet("192.168.1.10", 24);
    private static readonly LocalSubnet Plant = Subnet("10.20.30.40", 20);

    private readonly FakeTimeProvider _time = new();
    private readonly RecordingLogger _logger = new();
    private Func<IReadOnlyList<LocalSubnet>> _interfaces = () => [Loopback, Office, Plant];
    private int _reads;

    [Fact]
    [Trait("Rule", "F4")]
    public void A_broadcast_goes_to_every_subnet_by_its_own_mask_and_not_to_loopback() =>
        Assert.Equal(["192.168.1.255:47808", "10.20.31.255:47808"], Targets(OfAll()));

    [Fact]
    public void An_interface_that_is_down_gets_no_broadcast_but_its_address_stays_ours()
    {
        _interfaces = () => [Office, Plant with { IsUp = false }];

        Assert.Equal(["192.168.1.255:47808"], Targets(OfAll()));
        Assert.True(OfAll().IsOurs(Plant.Ip));
    }

    [Fact]
    public void Loopback_is_better_than_nothing()
    {
        _interfaces = () => [Loopback];

        Assert.Equal(["127.255.255.255:47808"], Targets(OfAll()));
    }

    [Fact]
    public void Two_addresses_in_one_subnet_make_one_broadcast()
    {
        _interfaces = () => [Office, Subnet("192.168.1.11", 24)];

        Assert.Single(Targets(OfAll()));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void A_subnet_without_a_broadcast_address_gets_none(int prefixLength)
    {
        _interfaces = () => [Subnet("10.8.0.1", prefixLength)];

        Assert.Empty(Targets(OfAll()));
    }

    [Fact]
    public void Interfaces_are_read_again_at_most_every_ten_seconds()
    {
        var domain = OfAll();
        _interfaces = () => [Office];

        _time.Advance(BroadcastDomain.RefreshInterval - TimeSpan.FromMilliseconds(1));
        Assert.Equal((2, 1), (Targets(domain).Count, _reads));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((1, 2), (Targets(domain).Count, _reads));
        Assert.Equal((1, 2), (Targets(domain).Count, _reads));
    }

    [Fact]
    public void Interfaces_that_cannot_be_read_leave_the_last_known_targets_and_a_warning()
    {
        var domain = OfAll();
        _interfaces = () => throw new NetworkInformationException();
        _time.Advance(BroadcastDomain.RefreshInterval);

        Assert.Equal(2, Targets(domain).Count);
        Assert.Equal(2, Targets(domain).Count);
        Assert.Single(_logger.Entries, entry => entry.Id == 1004);
    }

    [Fact]
    public void One_address_has_one_subnet_for_good()
    {
        var domain = BroadcastDomain.Of(Plant, 47809, _time, _logger);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(["10.20.31.255:47809"], Targets(domain));
        Assert.True(domain.IsOurs(Plant.Ip));
        Assert.False(domain.IsOurs(Office.Ip));
    }

    [Fact]
    public void Every_address_of_this_machine_is_ours() =>
        Assert.All([Loopback, Office, Plant], subnet => Assert.True(OfAll().IsOurs(subnet.Ip)));

    [Fact]
    public void A_subnet_is_written_as_an_address_a_prefix_and_an_interface() => Assert.Equal("192.168.1.10/24 (eth0)", Office.ToString());

    [Fact]
    public void A_subnet_contains_what_its_mask_says()
    {
        Assert.True(Plant.Contains(Ip("10.20.16.0")));
        Assert.True(Plant.Contains(Ip("10.20.31.255")));
        Assert.False(Plant.Contains(Ip("10.20.32.0")));
        Assert.True(Subnet("10.0.0.1", 0).Contains(Ip("192.168.1.1")));
    }

    private static LocalSubnet Subnet(string ip, int prefixLength) => new("eth0", Ip(ip), prefixLength);

    private static uint Ip(string ip) => DeviceAddress.Parse(ip).Ip;

    private static List<string> Targets(BroadcastDomain domain) => [.. domain.Targets.ToArray().Select(target => target.ToString())];

    private BroadcastDomain OfAll() => BroadcastDomain.OfAll(
        () =>
        {
            _reads++;
            return _interfaces();
        },
        DeviceAddress.DefaultPort, _time, _logger);
}
