using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;
using static Plenum.Bacnet.Tests.Networks.RoutedBench;

namespace Plenum.Bacnet.Tests.Networks;

/// <summary>How many requests are on one trunk at once.</summary>
public sealed class BudgetTests : IAsyncDisposable
{
    private const int Devices = 20;

    private RoutedBench _bench = new();
    private int _onTrunk, _most;

    [Fact]
    [Trait("Rule", "F28")]
    [Trait("Rule", "BTL 8.4")]
    public async Task A_trunk_never_carries_more_requests_than_its_budget_and_every_device_gets_its_turn()
    {
        await _bench.DisposeAsync();
        var patience = TimeSpan.FromHours(1);   // of virtual time, which passes fast: a thread that the machine holds up for a moment must not look like a silent device
        _bench = new(new(Plain with { FirstTimeout = patience, LeastTimeout = patience, MostTimeout = patience }));   // no try is repeated: every message on the trunk is a request or its answer
        _bench.TrunkLan.Faults = new() { Delay = TimeSpan.FromMilliseconds(20) };
        CountTrunk();
        for (byte mac = 1; mac <= Devices; mac++) _bench.Serve(mac, new TableDevice(mac).With(40));

        var lists = Enumerable.Range(1, Devices).Select(mac => (At: At((byte)mac), List: new ReadList([.. Enumerable.Range(0, 40).Select(i => Value((uint)i))]))).ToList();
        await _bench.Bench.RunAsync(Task.WhenAll(lists.Select(one => ReadSinglyAsync(one.At, one.List))).ContinueWith(_ => 0, TaskScheduler.Default));

        Assert.All(lists, one => Assert.Equal(40, one.List.Settled));
        Assert.Equal(Devices * 40, _bench.Bench.Counters.Tries);
        Assert.InRange(_most, 2, 4);
    }

    [Fact]
    public async Task A_dead_device_holds_a_place_for_one_try_only()
    {
        for (byte mac = 1; mac <= 4; mac++) _bench.Scripted(mac);   // silent, as many as there are places
        var alive = Answering(_bench.Scripted(7));
        var dead = Enumerable.Range(1, 4).Select(mac => _bench.Begin(At((byte)mac))).ToList();

        Assert.Equal(BacnetValue.Real(1), (await _bench.ReadAsync(At(7))).Value);

        Assert.InRange(alive.Requests[0].At.TotalSeconds, 1, 1.1);   // when their first time-out was over
        foreach (var one in dead) await Assert.ThrowsAsync<BacnetTimeoutException>(() => _bench.Bench.RunAsync(one));
    }

    [Fact]
    public async Task One_full_network_does_not_hold_up_another()
    {
        for (byte mac = 1; mac <= 8; mac++) _bench.Scripted(mac);
        var device = Answering(_bench.Bench.Scripted("10.0.0.9"));
        var dead = Enumerable.Range(1, 8).Select(mac => _bench.Begin(At((byte)mac))).ToList();

        Assert.Equal(BacnetValue.Real(1), (await _bench.ReadAsync(device.Address)).Value);
        Assert.Equal(TimeSpan.Zero, device.Requests[0].At);
        foreach (var one in dead) await Assert.ThrowsAsync<BacnetTimeoutException>(() => _bench.Bench.RunAsync(one));
    }

    [Fact]
    public async Task A_request_that_is_given_up_while_it_waits_leaves_no_place_taken()
    {
        for (byte mac = 1; mac <= 4; mac++) _bench.Scripted(mac);
        var alive = Answering(_bench.Scripted(7));
        using var cancel = new CancellationTokenSource();
        var dead = Enumerable.Range(1, 4).Select(mac => _bench.Bench.Client.SendAsync(new ReadPropertyExchange { Target = Value(1) }, At((byte)mac), null, cancel.Token).AsTask()).ToList();
        var given = _bench.Bench.Client.SendAsync(new ReadPropertyExchange { Target = Value(1) }, At(7), null, cancel.Token).AsTask();
        var waiting = _bench.Begin(At(7));

        await cancel.CancelAsync();

        Assert.Equal(BacnetValue.Real(1), (await _bench.Bench.RunAsync(waiting)).Value);
        Assert.Equal(ReplyKind.NotSent, (await given).Kind);
        Assert.All(await Task.WhenAll(dead), reply => Assert.Equal(ReplyKind.NotSent, reply.Kind));
        Assert.Equal(TimeSpan.Zero, Assert.Single(alive.Requests).At);
    }

    private static ScriptedDevice Answering(ScriptedDevice device)
    {
        device.OnRequest = asked => device.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target, BacnetValue.Real(1)));
        return device;
    }

    private Task ReadSinglyAsync(Protocol.Links.DeviceAddress at, ReadList list)
    {
        Device device = new(at);
        device.Capabilities.OnNoReadMultiple("the test reads one by one", _bench.Bench.Time.GetUtcNow());
        return _bench.Bench.Client.ReadAsync(device, list, cancel: TestContext.Current.CancellationToken).AsTask();
    }

    /// <summary>Requests go out from the router's port, answers come from the stations.</summary>
    private void CountTrunk() => _bench.TrunkLan.Tap = (from, _, _) =>
    {
        lock (_bench)
        {
            _onTrunk += from == _bench.Far.Address ? 1 : -1;
            _most = Math.Max(_most, _onTrunk);
        }
    };

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
