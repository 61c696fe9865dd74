using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Tests.Support;
using DeviceStatus = Plenum.Gateway.Model.DeviceStatus;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>Ten healthy devices, D1000 to D1009, polled every second beside a bad one: what is held against it is what they notice.</summary>
internal sealed class Neighbours(PollingLan lan, ITestOutputHelper output)
{
    public const int Healthy = 10;

    /// <summary>The place of the bad one on the network.</summary>
    public const int BadPlace = 100;

    public static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private Building _building = null!;

    public IReadOnlyList<Controller> Controllers => _building.Controllers;

    /// <summary>Begins to poll the healthy devices and others.</summary>
    public void Start(params DevicePlan[] others)
    {
        _building = lan.Add(new BuildingOptions { Devices = Healthy, PointsPerDevice = 5 });
        lan.Start([.. _building.Controllers.Select(device => Plan(device)), .. others]);
    }

    /// <summary>A device polled at its address, every second unless said otherwise.</summary>
    public static DevicePlan Plan(Controller device, PointPlan[]? points = null, TimeSpan? period = null) =>
        Plans.Device(device.Address, null, period ?? Second, points ?? Plans.Points(device.Device.Points), $"D{device.Device.Instance}");

    /// <summary>The healthy devices' polls are all fresh, and no value of theirs is further from the one before than a period and a half.</summary>
    public void AssertUnaffected()
    {
        var healthy = lan.Poller.State.Devices.Take(Healthy).ToList();
        var largest = 0L;
        foreach (var device in healthy)
        {
            var stored = lan.Outbox.Of(device.Name!).Select(message => message.TimestampMs).ToList();
            Assert.InRange(stored.Count, (lan.Time.Now.TotalSeconds / Second.TotalSeconds) - 2, (lan.Time.Now.TotalSeconds / Second.TotalSeconds) + 1);
            largest = Math.Max(largest, stored.Zip(stored.Skip(1), (one, next) => next - one).Max());
        }
        output.WriteLine($"{healthy.Sum(device => device.PollsFresh)} of {healthy.Sum(device => device.PollsDue)} polls of the healthy devices fresh, largest gap {largest} ms of a period of {Second.TotalMilliseconds:F0} ms");
        Assert.All(healthy, device => Assert.Equal((device.Name, DeviceStatus.Online, device.PollsDue), (device.Name, device.Status, device.PollsFresh)));
        Assert.InRange(largest, 0, 1500);
    }
}
