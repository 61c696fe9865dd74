using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>How many requests a device has at a time, and what becomes of those that wait.</summary>
public sealed class PaceTests
{
    private static readonly BacnetValue Right = BacnetValue.Real(21.5f);

    [Fact, Trait("Rule", "F11")]
    public async Task A_new_device_gets_one_request_at_a_time_and_a_good_one_more_up_to_the_most()
    {
        await using ClientBench bench = new(mostInFlight: 4);
        var device = Slow(bench, out var most);

        await ReadManyAsync(bench, device, 10);
        Assert.Equal(1, most());
        await ReadManyAsync(bench, device, 200);

        Assert.Equal(4, most());
    }

    [Fact]
    [Trait("Rule", "F28")]
    public async Task A_try_without_an_answer_halves_what_a_device_may_have_at_a_time()
    {
        await using ClientBench bench = new(mostInFlight: 4);
        var device = Slow(bench, out var most);
        await ReadManyAsync(bench, device, 200);
        var answer = device.OnRequest;
        device.OnRequest = _ => { };
        _ = await Task.WhenAny(bench.RunAsync(bench.Client.ReadAsync(new(device.Address), Value(1), TestContext.Current.CancellationToken)));
        device.OnRequest = answer;
        _ = most();

        await ReadManyAsync(bench, device, 8);

        Assert.Equal(1, most());
    }

    [Fact]
    public async Task With_every_id_in_use_the_others_wait_and_none_is_lost()
    {
        await using ClientBench bench = new(mostInFlight: 300);
        var device = bench.Scripted("10.0.0.2");
        bench.Lan.SetFaults(device.Address, ClientAddress, new() { Delay = TimeSpan.FromMilliseconds(20) });
        device.OnRequest = asked => device.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target, BacnetValue.Unsigned(asked.Target.Object.Instance)));

        await ReadManyAsync(bench, device, 3000);
        await ReadManyAsync(bench, device, 700);

        Assert.Equal((3700, 0), (bench.Counters.Answered, bench.Counters.Silent));
    }

    [Fact]
    public async Task When_every_id_rests_the_next_request_goes_out_as_soon_as_one_is_free()
    {
        await using ClientBench bench = new(Plain with { Retries = 0, FirstTimeout = TimeSpan.FromMilliseconds(10) });
        var device = bench.Scripted("10.0.0.2");
        for (var i = 0; i < 256; i++)
            await Assert.ThrowsAsync<BacnetTimeoutException>(() => bench.RunAsync(bench.Client.ReadAsync(new(device.Address), Value(1), TestContext.Current.CancellationToken)));
        Assert.Equal(256, device.Requests.Select(asked => asked.InvokeId).Distinct().Count());
        device.OnRequest = asked => device.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target, Right));

        var next = await bench.RunAsync(bench.Client.ReadAsync(new(device.Address), Value(1), TestContext.Current.CancellationToken), mostSeconds: 60);

        Assert.Equal(Right, next.Value);
        Assert.Equal(device.Requests[0].InvokeId, device.Requests[^1].InvokeId);
        // Twice the longest time-out, 20 s, after the first request was given up: no late answer comes after that.
        Assert.InRange((device.Requests[^1].At - device.Requests[0].At).TotalSeconds, 20, 20.1);
    }

    [Fact]
    [Trait("Rule", "F23")]
    public async Task A_request_that_waits_for_an_id_ends_when_its_time_is_up()
    {
        await using ClientBench bench = new(Plain with { Retries = 0, FirstTimeout = TimeSpan.FromMilliseconds(10) });
        var device = bench.Scripted("10.0.0.2");
        for (var i = 0; i < 256; i++)
            await Assert.ThrowsAsync<BacnetTimeoutException>(() => bench.RunAsync(bench.Client.ReadAsync(new(device.Address), Value(1), TestContext.Current.CancellationToken)));
        var (list, end) = (new ReadList([Value(1)]), bench.Client.Now + TimeSpan.FromSeconds(2));

        await bench.RunAsync(bench.Client.ReadAsync(new(device.Address), list, end, TestContext.Current.CancellationToken), mostSeconds: 60);

        Assert.Equal(256, device.Requests.Count);
        Assert.InRange((bench.Client.Now - end).TotalSeconds, 0, 0.1);
    }

    [Fact]
    public async Task A_request_too_large_for_a_datagram_is_refused_at_once_and_holds_nobody_up()
    {
        await using ClientBench bench = new(with: options => options with { Segmentation = Segmentation.NoSegmentation });
        var device = Slow(bench, out _);
        var at = new Device(device.Address);
        var read = bench.Client.ReadAsync(at, Value(1), TestContext.Current.CancellationToken);

        var refusal = await bench.Client.WriteAsync(at, new(Value(1), BacnetValue.OctetString(new byte[1470]), 8), TestContext.Current.CancellationToken);

        Assert.Equal(BacnetError.From(AbortReason.ApduTooLong), refusal);
        Assert.Equal(Right, (await bench.RunAsync(read)).Value);
        Assert.Single(device.Requests);
    }

    /// <summary>A device that takes 20 ms; <paramref name="most"/> tells, and forgets, how many requests it had at once.</summary>
    private static ScriptedDevice Slow(ClientBench bench, out Func<int> most)
    {
        var device = bench.Scripted("10.0.0.2");
        bench.Lan.SetFaults(device.Address, ClientAddress, new() { Delay = TimeSpan.FromMilliseconds(20) });
        device.OnRequest = asked => device.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target, Right));
        var seen = 0;
        most = () =>
        {
            var times = device.Requests.Skip(seen).Select(asked => asked.At).ToList();
            seen = device.Requests.Count;
            return times.Count == 0 ? 0 : times.Max(at => times.Count(other => other <= at && at - other < TimeSpan.FromMilliseconds(20)));
        };
        return device;
    }

    private static async Task ReadManyAsync(ClientBench bench, ScriptedDevice device, int count)
    {
        var reads = Enumerable.Range(0, count).Select(i => bench.Client.ReadAsync(new(device.Address), Value((uint)i), TestContext.Current.CancellationToken).AsTask());
        var results = await bench.RunAsync(Task.WhenAll(reads));
        Assert.All(results, result => Assert.True(result.HasValue));
    }
}
