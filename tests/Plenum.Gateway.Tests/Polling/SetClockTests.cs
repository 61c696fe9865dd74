using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Gateway.Tests.Support;
using DeviceStatus = Plenum.Gateway.Model.DeviceStatus;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>Someone sets the machine's clock: polling goes on at its pace, and values have the timestamps of the clock.</summary>
public sealed class SetClockTests : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PollingLan _lan = new();

    public ValueTask DisposeAsync() => _lan.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_clock_that_is_set_by_a_day_costs_no_poll_and_adds_none(int days)
    {
        var building = _lan.Add(new BuildingOptions { Devices = 3, PointsPerDevice = 5 });
        _lan.Start([.. building.Controllers.Select(device => Plans.Device(device.Address, null, Second, Plans.Points(device.Device.Points), name: $"D{device.Device.Instance}"))]);
        await _lan.PassAsync(10 * Second);
        var before = _lan.Outbox.All.Count;

        _lan.Time.SetBy(TimeSpan.FromDays(days));
        await _lan.PassAsync(20 * Second);

        Assert.Equal((3 * 10, 3 * 20), (before, _lan.Outbox.All.Count - before));
        for (var device = 0; device < 3; device++) Assert.Equal((DeviceStatus.Online, 30L), (_lan.State(device).Status, _lan.State(device).PollsFresh));
        Assert.All(building.Controllers, device =>
        {
            var times = _lan.Outbox.Of($"D{device.Device.Instance}").Select(message => message.TimestampMs).ToList();
            var jump = times.Zip(times.Skip(1), (earlier, later) => later - earlier).MaxBy(Math.Abs);
            Assert.InRange(jump, TimeSpan.FromDays(days).TotalMilliseconds, TimeSpan.FromDays(days).TotalMilliseconds + 1100);
        });
    }
}
