using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>How many requests are under way in all, and who gets the next place.</summary>
public sealed class GlobalBudgetTests : IAsyncDisposable
{
    private const int Most = 8;

    private readonly ClientBench _bench = new(with: options => options with { MostInFlight = Most });
    private int _underWay, _most;

    [Fact]
    public async Task Never_more_are_under_way_than_may_be_and_every_device_gets_its_turn()
    {
        _bench.Lan.Faults = new() { Delay = TimeSpan.FromMilliseconds(20) };
        _bench.Lan.Tap = (from, _, _) =>
        {
            lock (_bench) _most = Math.Max(_most, _underWay += from == ClientAddress ? 1 : -1);
        };
        var answered = new List<int>();
        var devices = Enumerable.Range(0, 50).Select(number => Answering(number, answered)).ToList();
        var reads = devices.SelectMany(device => Enumerable.Range(0, 10).Select(_ => Begin(device.Address.ToString(), until: null))).ToList();

        var replies = await _bench.RunAsync(Task.WhenAll(reads));

        Assert.All(replies, reply => Assert.True(reply.IsAnswered));
        Assert.Equal((500, Most), (_bench.Counters.Tries, _most));
        for (var round = 0; round < 10; round++) Assert.Equal(50, answered.Skip(round * 50).Take(50).Distinct().Count());   // one request of each device in turn
    }

    [Fact]
    public async Task A_silent_device_holds_a_place_for_one_try_only()
    {
        for (var number = 1; number <= Most; number++) _bench.Scripted($"10.0.1.{number}");   // as many as there are places
        var alive = Answering(0, []);
        var dead = Enumerable.Range(1, Most).Select(number => Begin($"10.0.1.{number}", until: null)).ToList();

        Assert.Equal(BacnetValue.Real(1), (await _bench.RunAsync(_bench.Client.ReadAsync(new(alive.Address), Value(1), TestContext.Current.CancellationToken))).Value);

        Assert.InRange(alive.Requests[0].At.TotalSeconds, 1, 1.1);   // when their first time-out was over
        foreach (var one in dead) Assert.Equal((ReplyKind.Silent, 4), Ending(await _bench.RunAsync(one)));
    }

    [Fact] // 40 silent devices in the time of a poll: their retries, and then as many tries as places allow
    public async Task Tries_beyond_the_retries_go_where_there_is_room_each_device_in_turn_and_keep_nobody_out()
    {
        var dead = Enumerable.Range(1, 40).Select(number => (Device: _bench.Scripted($"10.0.1.{number}"), Reply: Begin($"10.0.1.{number}", until: 60))).ToList();
        _bench.Pass(seconds: 30);
        var alive = Answering(0, []);

        Assert.Equal(BacnetValue.Real(1), (await _bench.RunAsync(_bench.Client.ReadAsync(new(alive.Address), Value(1), TestContext.Current.CancellationToken))).Value);

        Assert.Equal(TimeSpan.Zero, alive.Requests[0].At);
        foreach (var one in dead) Assert.Equal(ReplyKind.Silent, (await _bench.RunAsync(one.Reply)).Kind);
        var (tries, places) = (dead.Sum(one => one.Device.Requests.Count - 4), Most * 60 / 2.5);
        Assert.InRange(tries, places / 2, places + 40);
        Assert.All(dead, one => Assert.InRange(one.Device.Requests.Count, 5, 28));
    }

    [Fact]
    public async Task A_turn_that_is_not_wanted_any_more_is_anothers()
    {
        await using ClientBench bench = new(with: options => options with { MostInFlight = 1 });
        bench.Scripted("10.0.1.1");
        var alive = bench.Scripted("10.0.0.2");
        alive.OnRequest = asked => alive.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target, BacnetValue.Real(1)));
        using var cancel = new CancellationTokenSource();
        var dead = bench.Client.ReadAsync(new(Protocol.Links.DeviceAddress.Parse("10.0.1.1")), Value(1), TestContext.Current.CancellationToken).AsTask();
        var given = bench.Client.SendAsync(new ReadPropertyExchange { Target = Value(1) }, Protocol.Links.DeviceAddress.Parse("10.0.1.2"), null, cancel.Token).AsTask();
        var waiting = bench.Client.ReadAsync(new(alive.Address), Value(1), TestContext.Current.CancellationToken).AsTask();
        await cancel.CancelAsync();

        Assert.Equal(BacnetValue.Real(1), (await bench.RunAsync(waiting)).Value);

        Assert.InRange(alive.Requests[0].At.TotalSeconds, 1, 1.1);
        Assert.Equal(ReplyKind.NotSent, (await given).Kind);
        await Assert.ThrowsAsync<BacnetTimeoutException>(() => bench.RunAsync(dead));
    }

    private static (ReplyKind, int) Ending(Reply reply) => (reply.Kind, reply.Tries);

    private Task<Reply> Begin(string address, int? until) => _bench.Client.SendAsync(new ReadPropertyExchange { Target = Value(1) }, Protocol.Links.DeviceAddress.Parse(address),
        until is { } seconds ? TimeSpan.FromSeconds(seconds) : null, TestContext.Current.CancellationToken).AsTask();

    private ScriptedDevice Answering(int number, List<int> answered)
    {
        var device = _bench.Scripted($"10.0.0.{10 + number}");
        device.OnRequest = asked =>
        {
            lock (answered) answered.Add(number);
            device.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target, BacnetValue.Real(1)));
        };
        return device;
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
