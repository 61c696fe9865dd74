using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Faults;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>How many polls are fresh where datagrams get lost or devices are slow, and how many datagrams that takes. Each run lasts some hundred polls of twenty devices.</summary>
public sealed class FreshTests(ITestOutputHelper output)
{
    private const int Devices = 20;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    [Theory] // 0.65 to the power of 24 is one in thirty thousand, and some of the first polls have less time, because they must find out first who is there
    [Trait("Rule", "F12")]
    [InlineData(1), InlineData(2)]
    public async Task Where_one_try_of_three_succeeds_999_of_1000_polls_are_fresh(int seed)
    {
        await using var lan = new PollingLan();
        Start(lan, new() { LossPercent = 65 }, seed);

        await lan.PassAsync(200 * Poll);

        var (due, fresh) = (lan.Poller.State.PollsDue, lan.Poller.State.PollsFresh);
        var each = Tell(lan);
        Assert.InRange(due, 199 * Devices, 201 * Devices);
        Assert.True(fresh >= due * 0.999, $"{fresh} of {due} polls were fresh");
        Assert.InRange(each, 2.5, 3.3);   // 1 / 0.35 is 2.86
        Assert.All(lan.Poller.State.Devices, device => Assert.Empty(device.CapabilityEvidence));   // loss is not taken for a limit of the device
    }

    [Theory] // a slow device is asked once, and its pace is known after its first requests
    [Trait("Rule", "F12")]
    [InlineData(50), InlineData(300), InlineData(1500)]
    public async Task A_device_that_is_slow_and_loses_nothing_is_asked_once(int milliseconds)
    {
        await using var lan = new PollingLan();
        Start(lan, new() { Delay = TimeSpan.FromMilliseconds(milliseconds) }, seed: 1);
        await lan.PassAsync(2 * Poll);
        var (due, fresh) = (lan.Poller.State.PollsDue, lan.Poller.State.PollsFresh);
        var first = lan.Client.Counters.Tries;
        var requests = lan.Client.Counters.Requests;
        Assert.InRange((double)first / requests, 1, 4);   // when nothing is known of it yet

        await lan.PassAsync(50 * Poll);

        Tell(lan);
        Assert.Equal(lan.Poller.State.PollsDue - due, lan.Poller.State.PollsFresh - fresh);
        Assert.InRange((double)(lan.Client.Counters.Tries - first) / (lan.Client.Counters.Requests - requests), 1, 1.01);
    }

    [Fact] // its own retries make it slower, where each is answered
    public async Task A_device_that_is_slow_and_loses_datagrams_is_not_asked_before_it_can_have_answered()
    {
        await using var lan = new PollingLan();
        Start(lan, new() { Delay = TimeSpan.FromMilliseconds(800), LossPercent = 30 }, seed: 1, period: TimeSpan.FromSeconds(30));

        await lan.PassAsync(TimeSpan.FromMinutes(15));

        var each = Tell(lan);
        Assert.InRange(each, 1.3, 1.8);   // 1 / 0.7 is 1.43
        Assert.True(lan.Poller.State.PollsFresh >= lan.Poller.State.PollsDue * 0.999, $"{lan.Poller.State.PollsFresh} of {lan.Poller.State.PollsDue} polls were fresh");
    }

    [Fact]
    [Trait("Rule", "BTL 2.10")]
    public async Task A_device_that_dies_costs_a_datagram_every_ten_seconds_at_most()
    {
        await using var lan = new PollingLan();
        var building = Start(lan, new(), seed: 1, devices: 3);   // with none that answers it would be the network that is lost
        var dying = building.Controllers.Skip(1).ToList();
        await lan.PassAsync(4 * Poll);
        foreach (var device in dying) device.Faults = new() { Silent = true };
        var before = dying.Select(device => device.FaultCounters.Requests).ToList();

        await lan.PassAsync(TimeSpan.FromHours(1));

        var datagrams = dying.Zip(before, (device, count) => device.FaultCounters.Requests - count).ToList();
        output.WriteLine($"datagrams to each in an hour: {datagrams.Min()} to {datagrams.Max()}");
        Assert.All(datagrams, count => Assert.InRange(count, 50, 360));
    }

    private static Building Start(PollingLan lan, FaultProfile faults, int seed, TimeSpan? period = null, int devices = Devices)
    {
        var building = lan.Add(new BuildingOptions { Devices = devices, PointsPerDevice = 50, Seed = (ulong)seed, Faults = faults });
        lan.Start([.. building.Controllers.Select(device => Plans.Device(device.Address, null, period ?? Poll, Plans.Points(device.Device.Points), $"D{device.Device.Instance}"))]);
        return building;
    }

    /// <summary>Tells the figures of a run.</summary>
    /// <returns>Tries of each request.</returns>
    private double Tell(PollingLan lan)
    {
        var (state, counters) = (lan.Poller.State, lan.Client.Counters);
        var each = (double)counters.Tries / counters.Requests;
        output.WriteLine($"{state.PollsFresh} of {state.PollsDue} polls fresh ({100.0 * state.PollsFresh / state.PollsDue:F3} %), {each:F2} tries for a request, {counters.Late} late answers");
        return each;
    }
}
