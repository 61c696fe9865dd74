using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>Many requests at once: none gets a value that is not its own, and none waits for ever.</summary>
public sealed class StormTests
{
    private const int Devices = 20, Reads = 2000;

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task Among_late_and_doubled_answers_of_twenty_devices_every_read_gets_its_own_value(int seed)
    {
        await using ClientBench bench = new(Plain with { FirstTimeout = TimeSpan.FromMilliseconds(200), MostTimeout = TimeSpan.FromSeconds(2), Jitter = 0.15 }, mostInFlight: 16, seed);
        // Up to 600 ms there and back: a good part comes after its time-out; a fifth comes twice; a tenth never.
        bench.Lan.Faults = new() { Jitter = TimeSpan.FromMilliseconds(300), DuplicatePercent = 20, LossPercent = 10 };
        var devices = Enumerable.Range(0, Devices).Select(number => Storm.Clock(bench, number)).ToList();

        List<Outcome> outcomes = [];
        for (var round = 0; round < 2; round++)   // what the first round left under way meets the second
        {
            var reads = Enumerable.Range(0, Reads).Select(i => Task.Run(() => Storm.ReadAsync(bench, devices[i % Devices].Address, i / Devices))).ToList();
            outcomes.AddRange(await bench.RunAsync(Task.WhenAll(reads), mostSeconds: 3600));
        }

        Storm.AssertNoneWrong(outcomes);
        Assert.InRange(outcomes.Count(outcome => outcome.Ending == Ending.Right), Reads * 2 * 95 / 100, Reads * 2);
        Assert.Equal(0, bench.Open);
        Assert.True(bench.Counters.Late > Reads / 5, $"only {bench.Counters.Late} late answers: this was no storm");
    }

    [Fact]
    public async Task A_thousand_reads_of_one_device_at_once_all_come_through()
    {
        await using ClientBench bench = new(mostInFlight: 16);
        bench.Lan.Faults = new() { Jitter = TimeSpan.FromMilliseconds(30), DuplicatePercent = 20 };
        var device = Storm.Clock(bench, 0);

        var outcomes = await bench.RunAsync(Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Task.Run(() => Storm.ReadAsync(bench, device.Address, i / 20)))), mostSeconds: 3600);

        Storm.AssertNoneWrong(outcomes);
        Assert.All(outcomes, outcome => Assert.Equal(Ending.Right, outcome.Ending));
    }

    [Fact]
    public async Task Many_threads_over_real_sockets_get_their_own_values_and_come_to_an_end()
    {
        using BacnetPort serving = new(UdpTransport.Open(Loopback("127.0.0.3"), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance));
        _ = new BacnetServer(serving, new TableDevice(1).With(500));
        serving.Start();
        await using BacnetClient client = new(new() { Host = System.Net.IPAddress.Parse("127.0.0.2"), Port = 0, MostInFlightPerDevice = 16 });
        var device = new Device(serving.LocalAddress);

        async Task HammerAsync(int thread)
        {
            for (uint i = 0; i < 500; i++)
            {
                using CancellationTokenSource cancel = new();
                var target = Value((uint)((i + (thread * 31)) % 500));
                var read = client.ReadAsync(device, target, cancel.Token).AsTask();
                if (i % 50 == 49) await cancel.CancelAsync();
                try { Assert.Equal(BacnetValue.Real(target.Object.Instance), (await read).Value); }
                catch (OperationCanceledException) when (i % 50 == 49) { }   // given up on purpose
            }
        }
        await Task.WhenAll(Enumerable.Range(0, 32).Select(thread => Task.Run(() => HammerAsync(thread), TestContext.Current.CancellationToken))).WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);

        Assert.Equal(0, client.Counters.Requests - client.Counters.Answered - client.Counters.Refused - client.Counters.Silent);
    }

    private static UdpTransportOptions Loopback(string host) => new() { Host = System.Net.IPAddress.Parse(host), Port = 0, BroadcastPort = 47808 };
}
