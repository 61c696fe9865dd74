using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Hosting;
using Plenum.Gateway.Polling;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Hosting;

/// <summary>Who has which name, however many devices say theirs at the same time.</summary>
public sealed class PolledDevicesTests
{
    private readonly PolledDevices _devices = new();

    [Fact]
    public void Of_many_devices_that_take_one_name_at_once_all_but_the_first_are_told_of_the_one_before()
    {
        for (var round = 0; round < 200; round++)
        {
            var devices = new PolledDevices();
            var told = 0;
            Parallel.For(0, 8, _ =>
            {
                if (devices.Add(Named("AHU", Plan()), "BACnet") is not null) Interlocked.Increment(ref told);
            });
            Assert.Equal(7, told);
        }
    }

    [Fact]
    public void A_device_that_says_its_name_again_takes_it_from_nobody()
    {
        var plan = Plan();

        Assert.Null(_devices.Add(Named("AHU", plan), "BACnet"));
        Assert.Null(_devices.Add(Named("AHU", plan), "BACnet"));
    }

    [Fact]
    public void A_device_with_a_new_name_is_not_found_by_its_old_one_unless_another_has_it_now()
    {
        var (one, other) = (Plan(), Plan());
        _devices.Add(Named("A", one), "BACnet");
        _devices.Add(Named("B", other), "BACnet");
        _devices.Add(Named("C", one), "BACnet");
        Assert.Null(_devices.Find("A"));

        _devices.Add(Named("B", one), "BACnet");
        _devices.Add(Named("D", other), "BACnet");

        Assert.Same(one, _devices.Find("B")!.Plan);
        Assert.Same(other, _devices.Find("D")!.Plan);
        Assert.Null(_devices.Find("C"));
    }

    private static DevicePlan Plan() => Plans.Device(DeviceAddress.Parse("127.0.0.1"), null, TimeSpan.FromSeconds(1), []);

    private static PolledDevice Named(string name, DevicePlan plan) => new(name, "default", new Device(plan.Address!.Value), plan, null!);
}
