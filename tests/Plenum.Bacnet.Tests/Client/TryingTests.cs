using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>How often and for how long a device is asked.</summary>
public sealed class TryingTests : IAsyncDisposable
{
    private static readonly BacnetValue Right = BacnetValue.Real(21.5f);

    private ClientBench _bench = new();

    [Fact] // the BTL's default of three retries, each after half as long again
    [Trait("Rule", "135.1 13.9")]
    public async Task A_silent_device_is_asked_four_times_and_the_failure_says_what_is_known()
    {
        var device = _bench.Scripted("10.0.0.2");

        var failure = await Assert.ThrowsAsync<BacnetTimeoutException>(() => ReadAsync(device));

        Assert.Equal([0, 1, 2.5, 4.75], device.Requests.Select(asked => Math.Round(asked.At.TotalSeconds * 20) / 20));
        Assert.Single(device.Requests.Select(asked => asked.InvokeId).Distinct());
        Assert.StartsWith("device-silent: 10.0.0.2:47808 did not answer analogInput:1 presentValue: 4 tries, never heard, its pace is not known, 0 requests waiting.", failure.Message, StringComparison.Ordinal);
        Assert.Equal((1, 4), (_bench.Counters.Silent, _bench.Counters.Tries));
    }

    [Fact]
    public async Task A_device_that_was_heard_is_told_apart_from_one_that_never_was()
    {
        var device = Answering(_bench.Scripted("10.0.0.2"));
        await ReadAsync(device);
        device.OnRequest = _ => { };

        var failure = await Assert.ThrowsAsync<BacnetTimeoutException>(() => ReadAsync(device));

        Assert.Matches("4 tries, last heard 0[.][0-9] s ago, answers usually take 0 ms", failure.Message);
    }

    [Fact]
    public async Task An_answer_to_a_later_try_is_taken()
    {
        var device = _bench.Scripted("10.0.0.2");
        device.OnRequest = asked =>
        {
            if (device.Requests.Count == 4) device.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target, Right));
        };

        Assert.Equal(Right, (await ReadAsync(device)).Value);
        Assert.Equal(4, _bench.Counters.Tries);
    }

    [Fact]
    public async Task With_an_end_tries_go_on_until_then_and_no_longer()
    {
        var device = _bench.Scripted("10.0.0.2");
        var list = new ReadList([Value(1)]);

        await _bench.RunAsync(_bench.Client.ReadAsync(new(device.Address), list, TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));

        Assert.Equal(BacnetError.Timeout, list.Results[0].Error);
        Assert.InRange(_bench.Client.Now.TotalSeconds, 60, 60.1);
        Assert.True(device.Requests.Count > 8, $"{device.Requests.Count} tries");
        Assert.All(device.Requests, asked => Assert.True(asked.At.TotalSeconds < 60));
    }

    [Fact]
    public async Task Where_two_of_three_datagrams_are_lost_every_read_with_time_comes_through()
    {
        _bench.Lan.Faults = new() { LossPercent = 41 };   // both ways must come through: about 35 of a hundred tries do
        var device = _bench.Serve("10.0.0.2", new(1) { [Value(1)] = Right });
        var list = new ReadList([Value(1)]);
        for (var poll = 0; poll < 200; poll++)
        {
            await _bench.RunAsync(_bench.Client.ReadAsync(device, list, _bench.Client.Now + TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
            Assert.Equal(Right, list.Results[0].Value);
        }
        Assert.InRange(200.0 / _bench.Counters.Tries, 0.25, 0.45);
    }

    [Fact]
    [Trait("Rule", "F12")]
    public async Task A_device_slower_than_its_time_out_is_found_out_and_then_asked_once()
    {
        await _bench.DisposeAsync();
        _bench = new(Plain with { FirstTimeout = TimeSpan.FromMilliseconds(100) });
        var device = Answering(_bench.Scripted("10.0.0.2"));
        _bench.Lan.SetFaults(device.Address, ClientAddress, new() { Delay = TimeSpan.FromMilliseconds(300) });

        await ReadAsync(device);
        Assert.Equal(3, _bench.Counters.Tries);   // 0, 100 and 250 ms
        _bench.Pass(seconds: 1);                  // its two other answers come in
        await ReadAsync(device);

        Assert.Equal((2, 4, 2), (_bench.Counters.Answered, _bench.Counters.Tries, _bench.Counters.Late));
    }

    [Fact]
    [Trait("Rule", "F12")]
    public async Task A_device_slower_than_all_tries_together_is_found_out_too()
    {
        await _bench.DisposeAsync();
        _bench = new(Plain with { FirstTimeout = TimeSpan.FromMilliseconds(100) });
        var device = Answering(_bench.Scripted("10.0.0.2"));
        _bench.Lan.SetFaults(device.Address, ClientAddress, new() { Delay = TimeSpan.FromSeconds(2) });

        await Assert.ThrowsAsync<BacnetTimeoutException>(() => ReadAsync(device));
        _bench.Pass(seconds: 3);
        Assert.Equal(Right, (await ReadAsync(device)).Value);
    }

    [Fact]
    public async Task A_quick_device_that_loses_a_datagram_is_asked_again_soon()
    {
        var device = Answering(_bench.Scripted("10.0.0.2"));
        for (var i = 0; i < 10; i++) await ReadAsync(device);
        var answer = device.OnRequest;
        device.OnRequest = _ => device.OnRequest = answer;
        var began = _bench.Client.Now;

        await ReadAsync(device);

        Assert.InRange((_bench.Client.Now - began).TotalMilliseconds, 50, 55);   // the least time-out, where the first one was a second
    }

    [Fact]
    public async Task One_device_asks_for_no_patience_of_another()
    {
        var (silent, quick) = (_bench.Scripted("10.0.0.2"), Answering(_bench.Scripted("10.0.0.3")));
        var lost = ReadAsync(silent);

        Assert.Equal(Right, (await _bench.Client.ReadAsync(new(quick.Address), Value(1), TestContext.Current.CancellationToken)).Value);
        await Assert.ThrowsAsync<BacnetTimeoutException>(() => lost);
    }

    private static ScriptedDevice Answering(ScriptedDevice device)
    {
        device.OnRequest = asked => device.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target, Right));
        return device;
    }

    private Task<PropertyResult> ReadAsync(ScriptedDevice device) =>
        _bench.RunAsync(_bench.Client.ReadAsync(new(device.Address), Value(1), TestContext.Current.CancellationToken));

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
