using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Gateway.Model;
using Plenum.Gateway.Polling;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>Devices that do not answer: what it costs them. That it costs nobody else anything: IsolationTests.</summary>
public sealed class SilenceTests : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PollingLan _lan = new();

    public ValueTask DisposeAsync() => _lan.DisposeAsync();

    [Fact]
    [Trait("Rule", "BTL 2.10")]
    public async Task A_silent_device_is_asked_ever_more_rarely_and_never_given_up()
    {
        var device = _lan.AddDevice(with: options => options with { Faults = new() { Silent = true } });
        _lan.Start(Plans.Device(device.Address, null, Second, Plans.Points(device.Device.Points)));

        await _lan.PassAsync(TimeSpan.FromMinutes(2));
        var early = device.FaultCounters.Requests;
        await _lan.PassAsync(TimeSpan.FromMinutes(58));
        var late = device.FaultCounters.Requests - early;

        Assert.InRange(early, 20, 80);
        Assert.InRange(late, 40, 58 * 10); // every five minutes or so, a few tries each
        Assert.InRange(_lan.State().PollsDue, 3295, 3601); // up to those of the pause that it is in
        Assert.StartsWith("device-silent: 10.0.0.2:47808 did not answer", _lan.State().Why, StringComparison.Ordinal);
        Assert.Single(_lan.Logger.Entries, entry => entry.Id == 4702);
    }

    [Fact]
    public async Task A_silent_device_that_answers_again_is_read_within_five_minutes()
    {
        var device = _lan.AddDevice(with: options => options with { Faults = new() { Silent = true } });
        _lan.Start(Plans.Device(device.Address, null, Second, Plans.Points(device.Device.Points)));
        await _lan.PassAsync(TimeSpan.FromHours(1));

        device.Faults = new();
        await _lan.UntilAsync(() => _lan.State().PollsFresh > 3, TimeSpan.FromSeconds(315));

        Assert.Equal(DeviceStatus.Online, _lan.State().Status);
    }

    [Fact]
    public async Task A_silent_device_that_says_I_Am_is_read_at_once()
    {
        var device = _lan.AddDevice(with: options => options with { Faults = new() { Silent = true } });
        _lan.Start(Plans.Device(device.Address, null, Second, Plans.Points(device.Device.Points)));
        await _lan.PassAsync(TimeSpan.FromMinutes(20));
        device.Faults = new();

        device.Announce();

        await _lan.UntilAsync(() => _lan.Outbox.All.Count > 0, Second);
    }

    [Fact]
    public async Task An_I_Am_of_another_device_wakes_nobody()
    {
        var building = _lan.Add(new BuildingOptions { Devices = 2, PointsPerDevice = 5, Faults = new() { Silent = true } });
        var device = building.Controllers[0];
        _lan.Start(Plans.Device(device.Address, 1000, Second, Plans.Points(device.Device.Points)));
        await _lan.PassAsync(TimeSpan.FromMinutes(20));
        await _lan.UntilAsync(() => _lan.Client.Counters.Requests == _lan.Client.Counters.Silent, TimeSpan.FromMinutes(1));
        var asked = _lan.Client.Counters.Requests;
        building.Controllers[1].Faults = new();

        building.Controllers[1].Announce();
        await _lan.PassAsync(Second);

        Assert.Equal(asked, _lan.Client.Counters.Requests);
    }

    [Fact] // a poll for an I-Am comes beside the grid: it must not use up the polls that are due
    public async Task A_device_that_announced_itself_in_vain_is_polled_in_its_period_afterwards()
    {
        var period = TimeSpan.FromMinutes(1);
        var device = _lan.AddDevice(with: options => options with { Faults = new() { Silent = true } });
        _lan.Start(Plans.Device(device.Address, null, period, Plans.Points(device.Device.Points)));
        await _lan.UntilAsync(() => _lan.State().Status == DeviceStatus.Offline, TimeSpan.FromMinutes(5));
        for (var i = 0; i < 6; i++)
        {
            device.Faults = new();
            device.Announce();
            device.Faults = new() { Silent = true }; // it says that it is there, and is gone again
            await _lan.PassAsync(TimeSpan.FromSeconds(15));
        }

        device.Faults = new();
        device.Announce();
        await _lan.UntilAsync(() => _lan.Outbox.All.Count > 1, TimeSpan.FromMinutes(2));

        var times = _lan.Outbox.All.Select(message => message.TimestampMs).ToList();
        Assert.InRange(times[1] - times[0], 0, 60_100);
        Assert.True(_lan.State().PollsFresh <= _lan.State().PollsDue);
    }

    [Fact] // or the watchdog would end the process for the sake of one dead device
    public async Task A_slow_device_with_many_points_that_dies_does_not_make_polling_look_stuck()
    {
        var device = _lan.AddDevice(points: 2000);
        device.Faults = new() { Delay = TimeSpan.FromSeconds(2) };
        _lan.Start(Plans.Device(device.Address, null, TimeSpan.FromSeconds(90), Plans.Points(device.Device.Points)));
        await _lan.UntilAsync(() => _lan.State().PollsFresh > 2, TimeSpan.FromMinutes(10));
        device.Faults = new() { Silent = true };

        await _lan.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(DeviceStatus.Offline, _lan.State().Status);
        Assert.InRange(_lan.LongestSilence.TotalSeconds, 1, 45);
    }

    [Fact]
    public async Task Polling_stops_within_its_grace_although_a_device_is_silent()
    {
        var device = _lan.AddDevice(with: options => options with { Faults = new() { Silent = true } });
        _lan.Start(Plans.Device(device.Address, null, TimeSpan.FromMinutes(5), Plans.Points(device.Device.Points)));
        await _lan.PassAsync(Second);
        var began = _lan.Time.Now;

        await _lan.StopAsync();

        Assert.InRange((_lan.Time.Now - began).TotalSeconds, 1.9, 3.0);
    }
}
