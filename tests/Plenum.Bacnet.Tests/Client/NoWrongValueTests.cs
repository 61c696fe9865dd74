using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>What has made other clients return wrong values or hang, each by itself and many times over: here 0 of the one and 0 of the other.</summary>
[Trait("Rule", "F13")]
public sealed class NoWrongValueTests
{
    /// <summary>Gives a request up after half a second, and asks again after two more at the earliest.</summary>
    private static readonly Protocol.Transactions.RetryPolicy Hasty =
        Plain with { FirstTimeout = TimeSpan.FromMilliseconds(200), MostTimeout = TimeSpan.FromSeconds(1), Retries = 1 };

    [Fact]
    public async Task Thirty_thousand_requests_at_once_to_a_device_that_has_256_ids_0_wrong_values_0_hangs()
    {
        const int window = 64, toGrow = 16 * (window - 1) * window / 2, reads = toGrow + 3000;   // the window grows by one for every sixteen answers per request in flight
        await using ClientBench bench = new(mostInFlight: window);
        var device = Storm.Clock(bench, 0);
        bench.Lan.Faults = new() { Delay = TimeSpan.FromMilliseconds(4), Jitter = TimeSpan.FromMilliseconds(12), DuplicatePercent = 50 };

        var outcomes = await bench.RunAsync(Task.WhenAll(Enumerable.Range(0, reads).Select(i => Storm.ReadAsync(bench, device.Address, i))), mostSeconds: 3600);

        AssertAllRight(outcomes, reads, bench);
        Assert.Equal(256, device.Requests.TakeLast(3000).Select(asked => asked.InvokeId).Distinct().Count());   // each id served a dozen times
    }

    [Fact]
    public async Task Over_256_requests_in_flight_to_one_address_for_300_devices_behind_it_0_wrong_values_0_hangs()
    {
        const int devices = 300, each = 10;
        await using ClientBench bench = new(with: options => options with { MostInFlightPerNetwork = devices, MostInFlight = devices });
        VirtualLan far = new(bench.Time, seed: 2) { Faults = new() { Delay = TimeSpan.FromMilliseconds(10), Jitter = TimeSpan.FromMilliseconds(30) } };
        bench.Lan.SetFaults(DeviceAddress.Parse("10.0.0.254"), ClientAddress, new() { Jitter = TimeSpan.FromMilliseconds(30), DuplicatePercent = 50 });
        VirtualRouter router = new();
        router.Join(bench.Lan, "10.0.0.254", 1);
        router.Join(far, "10.0.9.254", 2);
        var most = 0;
        far.Tap = (_, _, _) => most = Math.Max(most, far.InFlight);
        var places = Enumerable.Range(0, devices).Select(number => BehindRouter(Storm.Clock(bench, number, far).Address)).ToList();

        // Every device begins with the same invoke ids: only the address behind the router tells its answers from the others'.
        var outcomes = await bench.RunAsync(Task.WhenAll(Enumerable.Range(0, devices * each).Select(i => Storm.ReadAsync(bench, places[i % devices], i / devices, i % devices))), mostSeconds: 3600);

        AssertAllRight(outcomes, devices * each, bench);
        Assert.InRange(most, 257, devices);
    }

    [Fact]
    public async Task Every_answer_later_than_its_time_out_0_wrong_values_0_hangs()
    {
        const int reads = 1500;
        await using ClientBench bench = new(Hasty);
        var device = Storm.Clock(bench, 0);
        bench.Lan.SetFaults(device.Address, ClientAddress, new() { Delay = TimeSpan.FromMilliseconds(1100), Jitter = TimeSpan.FromMilliseconds(1200) });

        var outcomes = await bench.RunAsync(Task.WhenAll(Enumerable.Range(0, reads).Select(i => Storm.ReadAsync(bench, device.Address, i))), mostSeconds: 36000);
        bench.Lan.SetFaults(device.Address, ClientAddress, LinkFaults.None);
        var healed = await bench.RunAsync(Task.WhenAll(Enumerable.Range(0, 300).Select(i => Storm.ReadAsync(bench, device.Address, i))), mostSeconds: 3600);

        Storm.AssertNoneWrong([.. outcomes, .. healed]);
        Assert.Equal((reads, 0L), (outcomes.Length, bench.Open));
        Assert.True(bench.Counters.Late >= reads, $"only {bench.Counters.Late} late answers: this was no storm");
        Assert.All(healed, outcome => Assert.Equal(Ending.Right, outcome.Ending));
    }

    [Fact]
    public async Task Every_answer_doubled_0_wrong_values_0_hangs()
    {
        const int reads = 2000;
        await using ClientBench bench = new(Plain with { FirstTimeout = TimeSpan.FromSeconds(3) }, mostInFlight: 8);
        var device = Storm.Clock(bench, 0);
        // The second copy of one comes among the first copies of others.
        bench.Lan.SetFaults(device.Address, ClientAddress, new() { Jitter = TimeSpan.FromMilliseconds(40), DuplicatePercent = 100 });

        var outcomes = await bench.RunAsync(Task.WhenAll(Enumerable.Range(0, reads).Select(i => Storm.ReadAsync(bench, device.Address, i))), mostSeconds: 3600);
        bench.Pass(1);

        AssertAllRight(outcomes, reads, bench);
        Assert.Equal((2 * bench.Counters.Tries) - reads, bench.Counters.Late + bench.Counters.Unmatched);
    }

    [Fact]
    public async Task Every_segment_lost_once_0_wrong_values_0_hangs()
    {
        const int reads = 50, segments = 20;
        await using SegmentBench bench = new(octets: 4000);
        HashSet<(byte InvokeId, byte Sequence)> lost = [];
        bench.Fate = (fromDevice, apdu) => fromDevice && apdu.Segmented && lost.Add((apdu.InvokeId, apdu.SequenceNumber)) ? 0 : 1;

        for (var i = 0; i < reads; i++) Assert.Equal(bench.Value, (await bench.ReadAsync()).Value);

        Assert.Equal((reads * segments, (long)reads, 0L), (lost.Count, bench.Counters.Assembled, bench.Bench.Open));
    }

    [Fact]
    public async Task A_peer_that_answers_old_ids_again_0_wrong_values_0_hangs()
    {
        const int reads = 2000, again = 40;
        await using ClientBench bench = new();
        var device = bench.Scripted("10.0.1.0");
        List<byte[]> answers = [];
        device.OnRequest = asked =>
        {
            foreach (var old in answers.TakeLast(again)) device.Answer(asked, old);
            answers.Add(Apdus.ReadAck(asked.InvokeId, asked.Target, Storm.Value(bench, 0, asked.Target, answers.Count)));
            foreach (var number in Enumerable.Range(1, again)) device.Answer(asked, WithId(answers[^1], (byte)(asked.InvokeId - number)));   // and the new value under old ids
            device.Answer(asked, answers[^1]);
        };

        var outcomes = await bench.RunAsync(Task.WhenAll(Enumerable.Range(0, reads).Select(i => Storm.ReadAsync(bench, device.Address, i))), mostSeconds: 3600);

        AssertAllRight(outcomes, reads, bench);
        var old = (reads * again) - (again * (again + 1) / 2);   // the first requests have not so many before them
        Assert.Equal(old + (reads * again), bench.Counters.Late + bench.Counters.Unmatched);
    }

    private static void AssertAllRight(Outcome[] outcomes, int reads, ClientBench bench)
    {
        Storm.AssertNoneWrong(outcomes);
        Assert.Equal((reads, 0L), (outcomes.Count(outcome => outcome.Ending == Ending.Right), bench.Open));
    }

    private static byte[] WithId(byte[] apdu, byte invokeId)
    {
        var copy = apdu.ToArray();
        copy[1] = invokeId;
        return copy;
    }

    private static DeviceAddress BehindRouter(DeviceAddress place) =>
        DeviceAddress.Parse("10.0.0.254") with { Remote = BipAddress.OnNetwork(place, 2) };
}
