using System.Net;
using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Faults;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Simulator.Tests.Buildings;

/// <summary>A client reads a whole building in memory.</summary>
public sealed class BuildingTests : IAsyncLifetime
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private readonly MemoryLan _lan = new();
    private readonly BacnetPort _port;
    private readonly BacnetClient _client;
    private readonly CancellationTokenSource _end = new(Bound);

    public BuildingTests()
    {
        _port = new(_lan.Attach(DeviceAddress.Parse("10.1.0.1")));
        _client = new(_port, new BacnetClientOptions { Random = new Random(1) }, TimeProvider.System);
        _port.Start();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        _lan.Dispose();
        _end.Dispose();
    }

    [Fact]
    public async Task Every_device_says_that_it_is_there_and_can_be_identified()
    {
        var heard = new HashSet<uint>();
        _client.IAmReceived += (iAm, _) => { lock (heard) heard.Add(iAm.Device.Instance); };
        using var building = Build(new() { Devices = 20, PointsPerDevice = 9, FirstInstance = 300 });
        while (Count() < 20) await Task.Delay(5, _end.Token);

        Assert.True(_client.TryGetBinding(307, out var address));
        var device = new Device(address);
        Assert.True(await _client.IdentifyAsync(device, cancel: _end.Token));
        Assert.Equal((307u, "Controller 307", (ushort)555), (device.Instance, device.Name, device.VendorId));

        int Count() { lock (heard) return heard.Count; }
    }

    [Theory] // the largest batch, batches of one, and no batches at all
    [InlineData(1476, true)]
    [InlineData(480, true)]
    [InlineData(206, true)]
    [InlineData(128, true)]
    [InlineData(50, true)]
    [InlineData(1476, false)]
    [InlineData(50, false)]
    public async Task Every_present_value_is_read_and_is_the_one_that_the_signal_had(int maxApdu, bool readsMultiple)
    {
        using var building = Build(new() { Devices = 3, PointsPerDevice = 72, MaxApdu = maxApdu, NoReadMultiple = readsMultiple ? InstanceSet.None : InstanceSet.All });
        foreach (var controller in building.Controllers)
        {
            var device = new Device(controller.Address);
            var list = new ReadList(controller.Device.Points.Select(id => new PropertyReference(id, PropertyId.PresentValue)));
            var first = building.Clock.Tick;

            await _client.ReadAsync(device, list, cancel: _end.Token);

            var last = building.Clock.Tick;
            Assert.Equal(72, list.Settled);
            for (var i = 0; i < list.Targets.Count; i++)
            {
                var (target, value) = (list.Targets[i], list.Results[i].Value);
                Assert.True(controller.Device.SignalOf(target.Object).Has(value, first, last), $"{target} was {value} at no tick of {first}..{last}");
            }
            Assert.Equal(readsMultiple, device.Capabilities.ReadsMultiple);
        }
    }

    [Fact]
    public async Task Every_property_of_every_object_is_read_in_one_list()
    {
        using var building = Build(new() { Devices = 1, PointsPerDevice = 40 });
        var local = building.Controllers[0].Device;
        var targets = local.Points.Append(new(ObjectType.Device, 1000)).SelectMany(id => local.Properties(id)!.Select(property => new PropertyReference(id, property))).ToList();
        var list = new ReadList(targets);

        await _client.ReadAsync(new Device(building.Controllers[0].Address), list, cancel: _end.Token);

        Assert.Equal(targets.Count, list.Settled);
        Assert.All(list.Results.ToArray(), result => Assert.Null(result.Error));
    }

    [Fact] // clause 15.7.3.1.2; Property_List is not part of ALL (135.1 9.20.1.7)
    public async Task All_of_an_object_is_every_property_but_its_list()
    {
        using var building = Build(new() { Devices = 1, PointsPerDevice = 9 });
        var local = building.Controllers[0].Device;
        foreach (var id in local.Points.Append(new(ObjectType.Device, 1000)))
        {
            var exchange = new ReadAllExchange(id);
            Assert.True((await _client.SendAsync(exchange, building.Controllers[0].Address, null, _end.Token)).IsAnswered);

            Assert.Equal(local.Properties(id)!.Where(property => property != PropertyId.PropertyList), exchange.Results.Select(result => result.Target.Property));
            Assert.All(exchange.Results, result => Assert.Null(result.Result.Error));
        }
    }

    [Fact] // BTL guidelines 3.3, 8.2: what is too large for 50 octets is refused, and everything else is read
    public async Task A_device_with_the_smallest_APDU_gives_all_that_fits()
    {
        using var building = Build(new() { Devices = 1, PointsPerDevice = 28, MaxApdu = 50, NoSegmentation = InstanceSet.All });
        var local = building.Controllers[0].Device;
        var targets = local.Points.SelectMany(id => local.Properties(id)!.Select(property => new PropertyReference(id, property))).ToList();
        var list = new ReadList(targets);

        await _client.ReadAsync(new Device(building.Controllers[0].Address), list, cancel: _end.Token);

        Assert.Equal(targets.Count, list.Settled);
        for (var i = 0; i < targets.Count; i++)
        {
            var large = targets[i].Property is PropertyId.PropertyList or PropertyId.StateText or PropertyId.ObjectName or PropertyId.Description;
            if (list.Results[i].Error is not { } error) Assert.Equal(local.Read(targets[i]).Value.Kind, list.Results[i].Value.Kind);
            else Assert.True(large && error.Code == ErrorCode.AbortSegmentationNotSupported, $"{targets[i]}: {error}");
        }
    }

    [Fact]
    public async Task The_object_list_of_a_device_with_the_smallest_APDU_is_read_by_index()
    {
        using var building = Build(new() { Devices = 1, PointsPerDevice = 72, MaxApdu = 50, NoSegmentation = InstanceSet.All });
        var device = new Device(building.Controllers[0].Address);
        var self = new ObjectId(ObjectType.Device, 1000);
        Assert.Equal(ErrorCode.AbortSegmentationNotSupported, (await _client.ReadAsync(device, self, PropertyId.ObjectList, _end.Token)).Error?.Code);

        var list = new ReadList(Enumerable.Range(0, 75).Select(index => new PropertyReference(self, PropertyId.ObjectList, (uint)index)));
        await _client.ReadAsync(device, list, cancel: _end.Token);

        Assert.Equal(74u, list.Results[0].Value.AsUnsigned);
        Assert.Equal([self, .. building.Controllers[0].Device.Points, building.Controllers[0].Device.NetworkPort!.Value], list.Results[1..].ToArray().Select(result => result.Value.AsObjectId));
    }

    [Fact]
    public async Task A_command_through_the_network_holds_and_a_restart_forgets_it()
    {
        using var building = Build(new() { Devices = 1, PointsPerDevice = 9 });
        var controller = building.Controllers[0];
        var device = new Device(controller.Address);
        var valve = new PropertyReference(ObjectId.Parse("analogOutput:1"), PropertyId.PresentValue);

        Assert.Null(await _client.WriteAsync(device, new(valve, BacnetValue.Real(42), 8), _end.Token));
        Assert.Equal(42, (await _client.ReadAsync(device, valve, _end.Token)).Value.AsReal);
        Assert.Equal(ErrorCode.ValueOutOfRange, (await _client.WriteAsync(device, new(valve, BacnetValue.Real(float.NaN), 8), _end.Token))?.Code);

        controller.Restart(TimeSpan.Zero);
        Assert.NotEqual(42, (await _client.ReadAsync(device, valve, _end.Token)).Value.AsReal);
    }

    [Fact]
    public async Task A_lossy_building_is_read_all_the_same()
    {
        using var building = Build(new() { Devices = 5, PointsPerDevice = 30, Faults = new() { LossPercent = 30, DuplicatePercent = 20 } });
        foreach (var controller in building.Controllers)
        {
            var list = new ReadList(controller.Device.Points.Select(id => new PropertyReference(id, PropertyId.PresentValue)));
            await _client.ReadAsync(new Device(controller.Address), list, _client.Now + TimeSpan.FromSeconds(20), _end.Token);
            Assert.Equal(30, list.Settled);
        }
    }

    [Fact]
    public void A_scenario_comes_true_in_its_time()
    {
        var time = new FakeTimeProvider();
        var scenario = Scenario.Parse("""
            [ { "at": "0", "device": 1001, "loss": 10 },
              { "at": "10s", "device": "1000-1001", "silent": true },
              { "at": "20s", "device": 1002, "restart": "5s" },
              { "at": "20s", "device": "*", "healthy": true } ]
            """);
        using var building = new Building(new() { Devices = 3, PointsPerDevice = 9, Scenario = scenario }, _ => new TestWire(), time);
        building.Start();
        Assert.Equal([0, 10, 0], building.Controllers.Select(controller => controller.Faults.LossPercent));

        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal([true, true, false], building.Controllers.Select(controller => controller.Faults.Silent));

        time.Advance(TimeSpan.FromSeconds(10));
        Assert.All(building.Controllers, controller => Assert.Equal(FaultProfile.Healthy, controller.Faults));
        Assert.Equal(1, building.FaultCounters.Restarts);
    }

    [Fact]
    public void Devices_beyond_the_last_instance_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Build(new() { Devices = 3, FirstInstance = 4194301 }));

    [Fact]
    public void Silent_devices_and_those_without_batches_are_as_asked_for()
    {
        using var building = Build(new() { Devices = 3, PointsPerDevice = 1, Silent = Set("1001"), NoReadMultiple = Set("1002") });

        Assert.Equal([false, true, false], building.Controllers.Select(controller => controller.Faults.Silent));
        Assert.Equal([true, true, false], building.Controllers.Select(controller => controller.Device.ReadsMultiple));
        Assert.Equal(1002u, building.Find(1002)?.Device.Instance);
        Assert.Null(building.Find(999));
    }

    private Building Build(BuildingOptions options)
    {
        var building = new Building(options, index => _lan.Attach(new DeviceAddress(IPAddress.Parse($"10.2.0.{index + 1}"), 47808)), TimeProvider.System);
        building.Start();
        return building;
    }

    private static InstanceSet Set(string text) => InstanceSet.TryParse(text, out var set) ? set : throw new FormatException(text);
}
