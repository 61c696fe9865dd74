using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;
using static Plenum.Bacnet.Tests.Networks.RoutedBench;

namespace Plenum.Bacnet.Tests.Networks;

/// <summary>The router that the other tests rely on, and a client's devices behind it.</summary>
public sealed class VirtualRouterTests : IAsyncDisposable
{
    private readonly RoutedBench _bench = new();

    [Fact]
    [Trait("Rule", "135.1 10.1")]
    public async Task A_device_on_a_trunk_is_read_through_the_router()
    {
        var device = _bench.Serve(7, new TableDevice(4711).With(2));

        Assert.Equal(BacnetValue.Real(1), (await _bench.ReadAsync(device.Address)).Value);
        Assert.Equal(1, _bench.Router.Passed[Trunk]);
    }

    [Fact]
    [Trait("Rule", "F25")]
    public async Task Devices_behind_one_router_are_found_each_at_its_own_address()
    {
        _bench.Serve(7, new TableDevice(4707));
        _bench.Serve(8, new TableDevice(4708));
        _bench.Bench.Serve("10.0.0.9", new TableDevice(9));

        Assert.Equal(["4707 at 10.0.0.254:47808/2001:07", "4708 at 10.0.0.254:47808/2001:08", "9 at 10.0.0.9:47808"],
            (await DiscoverAsync()).Select(device => device.ToString()).Order());
    }

    [Fact]
    public async Task Two_routers_in_a_row_are_passed()
    {
        VirtualLan backbone = new(_bench.Bench.Time, seed: 3);
        VirtualRouter second = new();
        var onward = _bench.Router.Join(backbone, "10.0.30.1", 3001);
        var back = second.Join(backbone, "10.0.30.2", 3001);
        VirtualLan farTrunk = new(_bench.Bench.Time, seed: 4);
        second.Join(farTrunk, "10.0.40.254", 4001, MacKind.Trunk);
        second.AddRoute(1, back, onward.Address);
        _bench.Router.AddRoute(4001, onward, back.Address);
        _bench.Bench.Serve("10.0.40.5", new TableDevice(5).With(2), farTrunk);

        var at = RouterAddress with { Remote = new(4001, 5, 1) };
        Assert.Equal(BacnetValue.Real(1), (await _bench.ReadAsync(at)).Value);
        Assert.Contains("5 at 10.0.0.254:47808/4001:05", (await DiscoverAsync()).Select(device => device.ToString()));
        Assert.Equal((1, 1), (_bench.Router.Passed[4001], second.Passed[4001]));
    }

    [Fact] // clause 6.5.1: routers in a ring pass a message on for 255 hops at most
    public async Task What_has_passed_too_many_routers_is_dropped()
    {
        VirtualRouter ring = new();
        ring.Join(_bench.Bench.Lan, "10.0.0.253", 1);
        ring.Join(_bench.TrunkLan, "10.0.20.253", Trunk, MacKind.Trunk);

        _bench.Bench.Client.WhoIs(default);
        _bench.Bench.Pass(seconds: 0.1);

        Assert.True(_bench.Router.HopsExhausted + ring.HopsExhausted > 0);
        Assert.Equal(0, _bench.Bench.Lan.InFlight);
        await Task.CompletedTask;
    }

    [Fact]
    [Trait("Rule", "BTL 2.5")]
    public async Task A_router_narrower_than_both_ends_is_read_through_in_smaller_batches()
    {
        _bench.Far.MostNpdu = 228;   // LonTalk
        _bench.Near.MostNpdu = 228;
        var device = _bench.Serve(7, new TableDevice(4711).With(100));
        var list = new ReadList([.. Enumerable.Range(0, 100).Select(i => Value((uint)i))]);

        for (var poll = 0; poll < 2; poll++)
            await _bench.Bench.RunAsync(_bench.Bench.Client.ReadAsync(device, list, cancel: TestContext.Current.CancellationToken));

        Assert.Equal(Enumerable.Range(0, 100).Select(i => BacnetValue.Real(i)), list.Results.ToArray().Select(result => result.Value));
        Assert.True(device.Capabilities.ReadsMultiple, device.Capabilities.Evidence);
    }

    private async Task<List<Device>> DiscoverAsync()
    {
        async Task<List<Device>> CollectAsync()
        {
            List<Device> devices = [];
            await foreach (var device in _bench.Bench.Client.DiscoverAsync(TimeSpan.FromSeconds(3), cancel: TestContext.Current.CancellationToken)) devices.Add(device);
            return devices;
        }
        return await _bench.Bench.RunAsync(CollectAsync(), mostSeconds: 4);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
