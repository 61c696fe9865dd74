using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Faults;
using Plenum.Gateway.Model;
using Plenum.Gateway.Polling;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>What polling remembers of devices: across a silence, and across a restart.</summary>
public sealed class RememberingTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TemporaryFolder _folder = new();
    private int _runs;

    public void Dispose() => _folder.Dispose();

    [Fact, Trait("Rule", "F9"), Trait("Rule", "BTL 8.3")]
    public async Task After_a_restart_a_device_is_read_as_it_was_learned_to_be_read()
    {
        await RunAsync(WithoutMultiple, 2000, async lan => await lan.PassAsync(2.5 * Second));

        await RunAsync(WithoutMultiple, 2000, async lan =>
        {
            await lan.PassAsync(2.5 * Second);
            Assert.Equal(3, lan.State().PollsFresh);
            Assert.Equal("property by property", lan.State().Capability);
            Assert.Equal(0, lan.Client.Counters.Refused);   // it was not asked for what it cannot do
        });
    }

    [Fact, Trait("Rule", "BTL 7.8"), Trait("Rule", "F26")]
    public async Task After_a_restart_a_device_known_by_its_instance_is_read_at_once_where_it_was()
    {
        await RunAsync(options => options, instance: 1000, async lan => await lan.PassAsync(1.5 * Second));

        await RunAsync(options => options, instance: 1000, losesIAm: true, run: async lan =>
        {
            await lan.PassAsync(2.5 * Second);
            Assert.Equal(3, lan.State().PollsFresh);
            Assert.False(lan.Client.TryGetBinding(1000, out _));   // nobody was heard, nobody was waited for
        });
    }

    [Fact, Trait("Rule", "F26"), Trait("Rule", "BTL 2.10")]
    public async Task A_remembered_place_where_nobody_answers_is_replaced_by_where_the_device_is()
    {
        var memory = new DeviceMemory();
        memory.Add(new(PollingLan.At(7), 1000, null, null, null, DateTimeOffset.UnixEpoch, CapabilityFacts.Unknown));
        await using var lan = new PollingLan { Memory = memory };
        var device = lan.AddDevice();
        lan.Start(Plans.Device(null, 1000, Second, Plans.Points(device.Device.Points)));

        await lan.UntilAsync(() => lan.State().PollsFresh > 1, TimeSpan.FromMinutes(1));

        Assert.Equal(device.Address, memory.AddressOf(1000));
    }

    [Theory, InlineData(null, "Older Controller", null), InlineData(null, null, "0.9"), InlineData((ushort)7, null, null)]
    public async Task Of_a_device_that_was_replaced_nothing_learned_is_kept(ushort? vendor, string? model, string? firmware)
    {
        var capabilities = new Capabilities();
        capabilities.OnNoReadMultiple("the old one did not know it", DateTimeOffset.UnixEpoch);
        var memory = new DeviceMemory();
        memory.Add(new(PollingLan.At(1), 1000, vendor, model, firmware, DateTimeOffset.UnixEpoch, capabilities.Facts));
        await using var lan = new PollingLan { Memory = memory };
        var device = lan.AddDevice();
        lan.Start(Plans.Device(device.Address, 1000, Second, Plans.Points(device.Device.Points)));

        await lan.PassAsync(1.5 * Second);

        Assert.Equal(("in batches with answers of at most 1473 octets", ""), (lan.State().Capability, lan.State().CapabilityEvidence));
        Assert.Single(lan.Logger.Entries, entry => entry.Id == 4720);
        Assert.True(memory.Recall(device.Address)!.Facts.ReadsMultiple.Value);
    }

    [Fact]
    public async Task What_was_learned_outlives_a_silence()
    {
        await using var lan = new PollingLan();
        var device = lan.AddDevice(with: WithoutMultiple);
        lan.Start(Plans.Device(device.Address, 1000, Second, Plans.Points(device.Device.Points)));
        await lan.PassAsync(1.5 * Second);
        device.Faults = new() { Silent = true };
        await lan.UntilAsync(() => lan.State().Status == DeviceStatus.Offline, TimeSpan.FromMinutes(1));
        var (refused, fresh) = (lan.Client.Counters.Refused, lan.State().PollsFresh);
        device.Faults = new();

        await lan.UntilAsync(() => lan.State().PollsFresh > fresh, TimeSpan.FromMinutes(6));

        Assert.Equal((refused, "property by property"), (lan.Client.Counters.Refused, lan.State().Capability));
    }

    [Fact]
    public async Task ReadPropertyMultiple_is_used_the_day_after_it_began_to_work()
    {
        await using var lan = new PollingLan();
        var day = TimeSpan.FromDays(1);
        var device = lan.AddDevice();
        var capabilities = new Capabilities();
        capabilities.OnNoReadMultiple("it was refused", lan.Time.GetUtcNow() - day);
        lan.Memory.Add(new(device.Address, 1000, null, null, null, lan.Time.GetUtcNow(), capabilities.Facts));
        lan.Start(Plans.Device(device.Address, 1000, Second, Plans.Points(device.Device.Points)));

        await lan.PassAsync(2.5 * Second);

        Assert.Equal((3, 3), (lan.State().PollsDue, lan.State().PollsFresh));
        Assert.Equal("", lan.State().CapabilityEvidence);
    }

    [Fact, Trait("Rule", "BTL 8.5")]
    public async Task Devices_take_turns_and_a_long_list_of_one_holds_up_nobody()
    {
        await using var lan = new PollingLan();
        var devices = lan.Add(new BuildingOptions { Devices = 3, PointsPerDevice = 60, NoReadMultiple = InstanceSet.All, Faults = new() { Delay = TimeSpan.FromMilliseconds(120) } }).Controllers;   // 8 s for all
        List<DeviceAddress> asked = [];
        lan.Tap = (from, to, _) => { if (from == PollingLan.At(0)) lock (asked) asked.Add(to); };
        lan.Start([.. devices.Select(device => Plans.Device(device.Address, null, 10 * Second, Plans.Points(device.Device.Points)))]);

        await lan.PassAsync(20 * Second);

        Assert.All(Enumerable.Range(0, 3), device => Assert.True(lan.State(device).PollsFresh > 0));
        var first = devices.Select(device => asked.IndexOf(device.Address)).ToArray();
        var sixtieth = devices.Select(device => asked.Index().Where(request => request.Item == device.Address).ElementAt(59).Index).ToArray();
        Assert.True(first.Max() < sixtieth.Min(), "one device was read to its end before another was begun");
    }

    private static BuildingOptions WithoutMultiple(BuildingOptions options) => options with { NoReadMultiple = InstanceSet.All };

    /// <summary>One run of a gateway over one device, with the file of the runs before.</summary>
    private async Task RunAsync(Func<BuildingOptions, BuildingOptions> options, uint instance, Func<PollingLan, Task> run, bool losesIAm = false)
    {
        await using var lan = new PollingLan();
        lan.Time.Step(_runs++ * TimeSpan.FromHours(1));
        using var file = DeviceMemoryFile.Open(_folder.Path, lan.Time, lan.Logger);
        lan.Memory = file.Of("BACnet");
        var device = lan.Add(options(new() { Devices = 1, PointsPerDevice = 5, FirstInstance = instance }),
            wrap: inner => new DroppingTransport(inner) { LosesAnswer = apdu => losesIAm && apdu.Type == PduType.UnconfirmedRequest }).Controllers[0];
        lan.Start(Plans.Device(null, instance, Second, Plans.Points(device.Device.Points)));
        await run(lan);
        await lan.StopAsync();
    }
}
