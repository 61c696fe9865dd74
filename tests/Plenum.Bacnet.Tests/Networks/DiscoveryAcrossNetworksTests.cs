using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Networks;

/// <summary>Finding devices over real interfaces, each process in a network namespace of its own.</summary>
public sealed class DiscoveryAcrossNetworksTests
{
    [Fact]
    public void A_device_is_found_by_broadcast()
    {
        Assert.SkipWhen(NetworkNamespaces.Obstacle is not null, NetworkNamespaces.Obstacle ?? "");
        using NetworkNamespaces networks = new();
        string gateway = networks.Add(), plant = networks.Add();
        networks.Connect(gateway, "10.98.5.1/24", plant, "10.98.5.2/24");
        using var device = Peer.Open("10.98.5.2", 47808, plant, "device", "1001");
        using var client = Peer.Open("0.0.0.0", 47808, gateway, "discover", "-");

        Assert.Equal("found 1001 at 10.98.5.2:47808, registered False", client.Expect("found"));
    }

    [Fact] // gateway - site - plant: the site's machine is the IP router and the BBMD; no broadcast passes it
    [Trait("Rule", "BTL 15.1")]
    [Trait("Rule", "F3")]
    public void A_device_on_another_subnet_is_found_through_a_BBMD()
    {
        Assert.SkipWhen(NetworkNamespaces.Obstacle is not null, NetworkNamespaces.Obstacle ?? "");
        using NetworkNamespaces networks = new();
        string gateway = networks.Add(), site = networks.Add(), plant = networks.Add();
        networks.Connect(gateway, "10.98.6.1/24", site, "10.98.6.2/24");
        networks.Connect(site, "10.98.7.2/24", plant, "10.98.7.3/24");
        NetworkNamespaces.RouteAllVia(gateway, "10.98.6.2");
        NetworkNamespaces.RouteAllVia(plant, "10.98.7.2");
        NetworkNamespaces.Forward(site);
        using var bbmd = Peer.Open("10.98.7.2", 47808, site, "bbmd", "-");
        using var device = Peer.Open("10.98.7.3", 47808, plant, "device", "1001");
        using var client = Peer.Open("10.98.6.1", 47808, gateway, "discover", "10.98.7.2");

        Assert.Equal("found 1001 at 10.98.7.3:47808, registered True", client.Expect("found"));
    }
}
