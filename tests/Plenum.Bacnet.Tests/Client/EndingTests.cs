using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>Requests that are given up, and clients that are closed.</summary>
public sealed class EndingTests
{
    private static readonly BacnetValue Right = BacnetValue.Real(21.5f);

    [Fact]
    public async Task A_request_that_is_given_up_makes_room_for_those_behind_it()
    {
        await using ClientBench bench = new();
        var device = bench.Scripted("10.0.0.2");
        using var cancel = new CancellationTokenSource();
        var first = bench.Client.ReadAsync(new(device.Address), Value(1), cancel.Token).AsTask();
        var second = bench.Client.ReadAsync(new(device.Address), Value(2), TestContext.Current.CancellationToken).AsTask();
        device.OnRequest = asked => device.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target, Right));

        await cancel.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => bench.RunAsync(first));
        Assert.Equal(Right, (await bench.RunAsync(second)).Value);
        Assert.Equal((0, 2), (bench.Open, device.Requests.Count));
    }

    [Fact]
    public async Task A_request_that_is_given_up_while_it_waits_is_never_sent()
    {
        await using ClientBench bench = new();
        var device = bench.Scripted("10.0.0.2");
        using var cancel = new CancellationTokenSource();
        var first = bench.Client.ReadAsync(new(device.Address), Value(1), TestContext.Current.CancellationToken).AsTask();
        var second = bench.Client.ReadAsync(new(device.Address), Value(2), cancel.Token).AsTask();

        await cancel.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => second);
        await Assert.ThrowsAsync<BacnetTimeoutException>(() => bench.RunAsync(first));
        Assert.All(device.Requests, asked => Assert.Equal(Value(1), asked.Target));
    }

    [Fact]
    public async Task The_answer_to_a_request_given_up_is_late_for_the_next_one()
    {
        await using ClientBench bench = new();
        var device = bench.Scripted("10.0.0.2");
        using var cancel = new CancellationTokenSource();
        var first = bench.Client.ReadAsync(new(device.Address), Value(1), cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => first);
        device.OnRequest = asked =>
        {
            device.Answer(device.Requests[0], Apdus.ReadAck(device.Requests[0].InvokeId, Value(1), BacnetValue.Real(-1)));
            device.Answer(asked, Apdus.ReadAck(asked.InvokeId, Value(1), Right));
        };

        Assert.Equal(Right, (await bench.RunAsync(bench.Client.ReadAsync(new(device.Address), Value(1), TestContext.Current.CancellationToken))).Value);
        Assert.Equal(1, bench.Counters.Late);
    }

    [Fact]
    public async Task With_a_cancelled_token_nothing_is_sent()
    {
        await using ClientBench bench = new();
        var device = bench.Scripted("10.0.0.2");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await bench.Client.ReadAsync(new(device.Address), Value(1), new CancellationToken(true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await bench.Client.ReadAsync(new(device.Address), new ReadList([Value(1)]), cancel: new CancellationToken(true)));

        Assert.Empty(device.Requests);
    }

    [Fact]
    public async Task A_list_whose_reading_was_given_up_can_be_read_again_at_once()
    {
        await using ClientBench bench = new(mostInFlight: 8);
        var device = bench.Serve("10.0.0.2", new TableDevice(1) { MaxApdu = 128 }.With(60));
        device.Capabilities.OnMaxApdu(128, bench.Time.GetUtcNow());
        var list = new ReadList(Enumerable.Range(0, 60).Select(i => Value((uint)i)));
        await bench.RunAsync(bench.Client.ReadAsync(device, list, cancel: TestContext.Current.CancellationToken));
        for (var round = 0; round < 200; round++)
        {
            bench.Lan.Faults = new() { LossPercent = 100 };
            using var cancel = new CancellationTokenSource();
            var reading = bench.Client.ReadAsync(device, list, TimeSpan.FromHours(9), cancel.Token).AsTask();
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
            Assert.Equal(0, bench.Open);

            bench.Lan.Faults = LinkFaults.None;
            await bench.RunAsync(bench.Client.ReadAsync(device, list, cancel: TestContext.Current.CancellationToken));
            Assert.Equal(60, list.Settled);
            bench.Pass(seconds: 10);   // the ids of what was given up have rested
        }
    }

    [Fact]
    [Trait("Rule", "F23")]
    public async Task Closing_ends_every_request_that_waits_or_is_under_way()
    {
        ClientBench bench = new();
        var device = bench.Scripted("10.0.0.2");
        var reads = Enumerable.Range(0, 20).Select(i => bench.Client.ReadAsync(new(device.Address), Value((uint)i), TestContext.Current.CancellationToken).AsTask()).ToList();

        await bench.DisposeAsync();

        foreach (var read in reads) await Assert.ThrowsAsync<ObjectDisposedException>(() => read);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await bench.Client.ReadAsync(new(device.Address), Value(1), TestContext.Current.CancellationToken));
        Assert.Single(device.Requests);
    }
}
