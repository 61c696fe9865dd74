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
        var devices = Enumerable.Range(0, Devices).Select(number => Clock(bench, number)).ToList();

        List<Outcome> outcomes = [];
        for (var round = 0; round < 2; round++)   // what the first round left under way meets the second
        {
            var reads = Enumerable.Range(0, Reads).Select(i => ReadAsync(bench, devices[i % Devices], i)).ToList();
            outcomes.AddRange(await bench.RunAsync(Task.WhenAll(reads), mostSeconds: 3600));
        }

        AssertNoneWrong(outcomes);
        Assert.InRange(outcomes.Count(outcome => outcome.Kind == Kind.Right), Reads * 2 * 95 / 100, Reads * 2);
        Assert.Equal(0, bench.Open);
        Assert.True(bench.Counters.Late > Reads / 5, $"only {bench.Counters.Late} late answers: this was no storm");
    }

    [Fact]
    public async Task A_thousand_reads_of_one_device_at_once_all_come_through()
    {
        await using ClientBench bench = new(mostInFlight: 16);
        bench.Lan.Faults = new() { Jitter = TimeSpan.FromMilliseconds(30), DuplicatePercent = 20 };
        var device = Clock(bench, 0);

        var outcomes = await bench.RunAsync(Task.WhenAll(Enumerable.Range(0, 1000).Select(i => ReadAsync(bench, device, i))), mostSeconds: 3600);

        AssertNoneWrong(outcomes);
        Assert.All(outcomes, outcome => Assert.Equal(Kind.Right, outcome.Kind));
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

    private enum Kind { Right, Silent, Wrong }

    /// <summary>How a read ended, and which answer of which device it got.</summary>
    private readonly record struct Outcome(Kind Kind, int Device = 0, int Serial = 0);

    private static UdpTransportOptions Loopback(string host) => new() { Host = System.Net.IPAddress.Parse(host), Port = 0, BroadcastPort = 47808 };

    /// <summary>A device whose every value is the time at which it was asked for, its own number, the object's, and a serial number: whoever gets an answer to another request, or one that somebody else has had, shows.</summary>
    private static ScriptedDevice Clock(ClientBench bench, int number)
    {
        var device = bench.Scripted($"10.0.1.{number + 1}");
        var serial = 0;
        device.OnRequest = asked => device.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target,
            BacnetValue.OctetString([.. BitConverter.GetBytes(bench.Client.Now.Ticks), (byte)number, (byte)asked.Target.Object.Instance, .. BitConverter.GetBytes(++serial)])));
        return device;
    }

    private static async Task<Outcome> ReadAsync(ClientBench bench, ScriptedDevice device, int i)
    {
        await Task.Yield();
        var instance = (byte)(i / Devices % 5);   // few objects: many requests ask for the very same thing, and only the id tells them apart
        var began = bench.Client.Now;
        try
        {
            var value = (await bench.Client.ReadAsync(new(device.Address), Value(instance), TestContext.Current.CancellationToken)).Value.AsOctetString;
            var isFresh = BitConverter.ToInt64(value) >= began.Ticks;
            var isOurs = $"10.0.1.{value[8] + 1}" == $"{device.Address.IPAddress}" && value[9] == instance;
            return new(isFresh && isOurs ? Kind.Right : Kind.Wrong, value[8], BitConverter.ToInt32(value, 10));
        }
        catch (BacnetTimeoutException)
        {
            return new(Kind.Silent);
        }
    }

    private static void AssertNoneWrong(IReadOnlyCollection<Outcome> outcomes)
    {
        Assert.Equal(0, outcomes.Count(outcome => outcome.Kind == Kind.Wrong));
        var answers = outcomes.Where(outcome => outcome.Kind == Kind.Right).ToList();
        Assert.Equal(answers.Count, answers.Distinct().Count());   // no answer was believed twice
    }
}
