using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Transport;

/// <summary>Broadcasts on real interfaces, each process in a network namespace of its own.</summary>
public sealed class BroadcastAcrossNetworksTests
{
    [Fact]
    [Trait("Rule", "F4")]
    public void A_port_on_every_address_reaches_two_networks_with_different_masks()
    {
        Assert.SkipWhen(NetworkNamespaces.Obstacle is not null, NetworkNamespaces.Obstacle ?? "");
        using NetworkNamespaces networks = new();
        string gateway = networks.Add(), office = networks.Add(), plant = networks.Add();
        networks.Connect(gateway, "10.98.1.1/24", office, "10.98.1.2/24");
        networks.Connect(gateway, "172.30.0.1/20", plant, "172.30.0.2/20");
        using var sender = Peer.Open("0.0.0.0", 47808, gateway);
        using var everywhere = Peer.Open("0.0.0.0", 47808, office);
        using var oneAddress = Peer.Open("172.30.0.2", 47808, plant);

        Assert.Equal("sent True", sender.Do("broadcast 0102"));
        Assert.Equal("got 10.98.1.1:47808 False 0102", everywhere.Expect("got"));
        Assert.Equal("got 172.30.0.1:47808 True 0102", oneAddress.Expect("got"));

        Assert.Equal("sent True", oneAddress.Do("broadcast 03"));
        Assert.Equal("got 172.30.0.2:47808 False 03", sender.Expect("got")); // its own broadcast would have come first
    }

    [Fact]
    [Trait("Rule", "F5")]
    public void A_port_on_one_address_hears_the_limited_broadcast()
    {
        Assert.SkipWhen(NetworkNamespaces.Obstacle is not null, NetworkNamespaces.Obstacle ?? "");
        using NetworkNamespaces networks = new();
        string gateway = networks.Add(), device = networks.Add();
        networks.Connect(gateway, "10.98.2.1/24", device, "10.98.2.2/24");
        NetworkNamespaces.RouteAllVia(device, "10.98.2.1");
        using var listener = Peer.Open("10.98.2.1", 47808, gateway);
        using var announcer = Peer.Open("0.0.0.0", 47808, device);

        Assert.Equal("sent True", announcer.Do("send 255.255.255.255:47808 0A"));

        Assert.Equal("got 10.98.2.2:47808 True 0A", listener.Expect("got"));
    }
}
