using System.Globalization;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Faults;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Downlink;
using Plenum.Gateway.Hosting;
using Plenum.Gateway.Tests.Downlink;
using Plenum.Gateway.Tests.Support;
using Plenum.TestKit;
using DeviceStatus = Plenum.Gateway.Model.DeviceStatus;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>One bad thing stays one bad thing: ten healthy devices beside each of those that bring gateways down.</summary>
public sealed class IsolationTests : IAsyncDisposable
{
    private readonly PollingLan _lan = new();
    private readonly Neighbours _neighbours;
    private readonly ITestOutputHelper _output;

    public IsolationTests(ITestOutputHelper output) => (_neighbours, _output) = (new(_lan, output), output);

    public ValueTask DisposeAsync() => _lan.DisposeAsync();

    [Fact]
    [Trait("Rule", "F12")]
    public async Task As_many_devices_off_as_on()
    {
        Assert.True(InstanceSet.TryParse("2000-2009", out var off));
        var dead = Bad(new() { Devices = 10, PointsPerDevice = 5, Silent = off });
        _neighbours.Start([.. dead.Controllers.Select(device => Neighbours.Plan(device))]);

        await _lan.PassAsync(60 * Neighbours.Second);

        _neighbours.AssertUnaffected();
        Assert.All(_lan.Poller.State.Devices.Skip(Neighbours.Healthy), device => Assert.Equal((DeviceStatus.Offline, 0), (device.Status, device.PollsFresh)));
    }

    [Fact] // and back on: everyone is read again
    public async Task Half_of_the_devices_go_off_and_come_back()
    {
        var dead = Bad(new() { Devices = 10, PointsPerDevice = 5 });
        _neighbours.Start([.. dead.Controllers.Select(device => Neighbours.Plan(device))]);
        await _lan.PassAsync(10 * Neighbours.Second);
        foreach (var device in dead.Controllers) device.Faults = new() { Silent = true };
        await _lan.PassAsync(40 * Neighbours.Second);
        foreach (var device in dead.Controllers)
        {
            device.Faults = new();
            device.Announce();
        }

        await _lan.PassAsync(10 * Neighbours.Second);

        _neighbours.AssertUnaffected();
        Assert.All(_lan.Poller.State.Devices.Skip(Neighbours.Healthy), device => Assert.True(device.Status == DeviceStatus.Online && device.PollsFresh >= 15, $"{device.Name}: {device.Status}, {device.PollsFresh} fresh"));
    }

    [Fact] // answers in segments are too much for it, and so is a ReadPropertyMultiple of two
    [Trait("Rule", "BTL 8.2")]
    public async Task A_device_with_an_APDU_of_50_octets_and_two_properties_a_point()
    {
        Assert.True(InstanceSet.TryParse("2000", out var all));
        var small = Bad(new() { PointsPerDevice = 5, MaxApdu = 50, NoSegmentation = all });
        var points = small.Controllers[0].Device.Points.SelectMany(id => new[] { Plans.Point(id.ToString()), Plans.Point(id.ToString(), $"{id} name", PropertyId.ObjectName) }).ToArray();
        _neighbours.Start(Neighbours.Plan(small.Controllers[0], points));

        await _lan.PassAsync(60 * Neighbours.Second);

        _neighbours.AssertUnaffected();
        AssertEveryValueCame(points, atLeast: 55);
    }

    [Fact]
    [Trait("Rule", "BTL 8.3")]
    public async Task A_device_without_ReadPropertyMultiple()
    {
        Assert.True(InstanceSet.TryParse("2000", out var all));
        var old = Bad(new() { PointsPerDevice = 20, NoReadMultiple = all });
        _neighbours.Start(Neighbours.Plan(old.Controllers[0]));

        await _lan.PassAsync(60 * Neighbours.Second);

        _neighbours.AssertUnaffected();
        AssertEveryValueCame(Plans.Points(old.Controllers[0].Device.Points), atLeast: 57);
    }

    [Fact] // names are read before values, one by one: of this device alone
    public async Task A_slow_device_whose_keys_are_names_and_devices_that_are_nowhere_and_a_scan_of_its_objects()
    {
        Assert.True(InstanceSet.TryParse("2000", out var all));
        var slow = Bad(new() { PointsPerDevice = 100, NoReadMultiple = all, NoSegmentation = all, Faults = new() { Delay = TimeSpan.FromMilliseconds(800) } });
        var named = slow.Controllers[0].Device.Points.Take(40).Select(id => Plans.Point(id.ToString(), "${objectName}")).ToArray();
        var nowhere = Enumerable.Range(0, 5).Select(number => Plans.Device(null, 3000 + (uint)number, Neighbours.Second, Plans.Points([ObjectId.Parse("analogInput:1")]), $"N{number}"));
        _neighbours.Start([Neighbours.Plan(slow.Controllers[0], named, TimeSpan.FromSeconds(60)), .. nowhere]);
        var scan = _lan.Client.ReadObjectListAsync(new(slow.Controllers[0].Address), cancel: TestContext.Current.CancellationToken).AsTask();
        _ = _lan.Beside(scan, waits: 1);

        await _lan.PassAsync(200 * Neighbours.Second);

        _neighbours.AssertUnaffected();
        Assert.Equal(102, (await scan).Count);   // its points, its Device and its Network Port
        Assert.True(_lan.Outbox.Of("D2000").Count > 0, "nothing of the slow device was stored");
        Assert.Equal(5, _lan.Poller.State.Devices.Count(device => device.Status == DeviceStatus.Offline));
    }

    [Fact] // 2,000 datagrams a second that nobody has asked for
    public async Task A_device_that_floods_us()
    {
        var device = new ScriptedDevice(_lan.Attach(Neighbours.BadPlace), _lan.Time);
        var hostile = new HostileDevice(device, PollingLan.At(0), seed: 1);
        using var flood = _lan.Time.CreateTimer(_ => hostile.Flood(20), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(10));
        _neighbours.Start(Plans.Device(device.Address, null, Neighbours.Second, Plans.Points([ObjectId.Parse("analogInput:1")]), "D2000"));

        await _lan.PassAsync(30 * Neighbours.Second);

        _output.WriteLine($"{hostile.Sent} datagrams");
        Assert.InRange(hostile.Sent, 59_000, 61_000);
        _neighbours.AssertUnaffected();
        AssertNoLies();
    }

    [Fact]
    public async Task A_device_that_answers_everything_wrongly()
    {
        var device = new ScriptedDevice(_lan.Attach(Neighbours.BadPlace), _lan.Time);
        var hostile = new HostileDevice(device, PollingLan.At(0), seed: 1);
        device.OnRequest = hostile.AnswerWrongly;
        _neighbours.Start(Plans.Device(device.Address, null, Neighbours.Second, Plans.Points(Enumerable.Range(1, 20).Select(number => ObjectId.Parse($"analogInput:{number}"))), "D2000"));

        await _lan.PassAsync(60 * Neighbours.Second);

        _output.WriteLine($"{hostile.Answered} wrong answers in a minute");
        Assert.InRange(hostile.Answered, 20, 60 * 100);   // it is asked, and not without end
        _neighbours.AssertUnaffected();
        AssertNoLies();
    }

    [Fact] // calls overlap: there are always some under way
    public async Task Calls_to_a_silent_device_end_in_their_time_with_an_error()
    {
        var dead = Bad(new() { PointsPerDevice = 5 });
        var rpc = new RpcPlan("serverSideRpc[0]", "read", false, ObjectId.Parse("analogInput:1"), PropertyId.PresentValue, null, TimeSpan.FromSeconds(5));
        _neighbours.Start(Neighbours.Plan(dead.Controllers[0]) with { Rpcs = [rpc] });
        await _lan.UntilAsync(() => _lan.Named.Any(device => device.Name == "D2000"), 5 * Neighbours.Second);
        var devices = new PolledDevices();
        foreach (var device in _lan.Named) devices.Add(device, "BACnet");
        dead.Controllers[0].Faults = new() { Silent = true };
        using var stop = new CancellationTokenSource();
        var (commands, session, replies) = (new ServerCommands(devices, _lan.Time, _lan.Logger, stop.Token), new RecordedSession(), new List<(TimeSpan At, Task<string> Reply)>());

        for (var call = 1; call <= 20; call++)
        {
            commands.OnRpc(session, new("D2000", call, "read", default));
            replies.Add((_lan.Time.Now, session.ReplyAsync(call).ContinueWith(reply => $"{_lan.Time.Now.TotalSeconds} {reply.Result}", TaskContinuationOptions.ExecuteSynchronously)));
            _ = _lan.Beside(replies[^1].Reply, waits: 2);   // its request, and the limit of its time
            await _lan.PassAsync(2 * Neighbours.Second);
        }
        await _lan.PassAsync(10 * Neighbours.Second);

        _neighbours.AssertUnaffected();
        var waited = new List<double>();
        foreach (var (at, reply) in replies)
        {
            var text = await reply;
            waited.Add(double.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture) - at.TotalSeconds);
            Assert.Contains("device-silent", text, StringComparison.Ordinal);
            Assert.EndsWith("\"code\":408}", text, StringComparison.Ordinal);
        }
        _output.WriteLine($"20 calls answered after {waited.Min():F2} to {waited.Max():F2} s, their time-out is 5 s");
        Assert.All(waited, seconds => Assert.InRange(seconds, 0.1, 5.05));
    }

    private void AssertNoLies() => Assert.DoesNotContain(_lan.Outbox.All, message => message.Device == "D2000" || StoredPolls.Values(message).Values.Any(value => value.StartsWith("666", StringComparison.Ordinal)));

    private Building Bad(BuildingOptions options) => _lan.Add(options with { Devices = options.Devices == new BuildingOptions().Devices ? 1 : options.Devices, FirstInstance = 2000 }, Neighbours.BadPlace);

    private void AssertEveryValueCame(PointPlan[] points, int atLeast)
    {
        var stored = _lan.Outbox.Of("D2000");
        var bad = _lan.State(Neighbours.Healthy);
        _output.WriteLine($"the other one: {bad.PollsFresh} of {bad.PollsDue} polls fresh; {bad.Capability}");
        Assert.True(bad.PollsFresh >= atLeast, $"{bad.PollsFresh} of {bad.PollsDue} polls were fresh: {bad.CapabilityEvidence}");
        Assert.All(points, point => Assert.Contains(point.Key.Text, StoredPolls.Values(stored[^1]).Keys));
    }
}
