using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Gateway.Model;
using Plenum.Gateway.Polling;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>How polling finds a device, makes sure that it is the one that is meant, and names it.</summary>
public sealed class ReachingTests : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PollingLan _lan = new();

    public ValueTask DisposeAsync() => _lan.DisposeAsync();

    [Fact, Trait("Rule", "BTL 7.8")]
    public async Task A_device_at_a_known_address_is_read_without_any_I_Am()
    {
        var device = _lan.Add(new BuildingOptions { Devices = 1, PointsPerDevice = 5 }, wrap: inner => new DroppingTransport(inner)
        {
            LosesAnswer = apdu => apdu.Type == PduType.UnconfirmedRequest,
        }).Controllers[0];
        _lan.Start(Plans.Device(device.Address, null, Second, Plans.Points(device.Device.Points)));

        await _lan.PassAsync(3.5 * Second);

        Assert.False(_lan.Client.TryGetBinding(1000, out _)); // nobody has said I-Am
        Assert.Equal((DeviceStatus.Online, 4L, 4L), (_lan.State().Status, _lan.State().PollsDue, _lan.State().PollsFresh));
        Assert.Equal(5, StoredPolls.Values(_lan.Outbox.Of("D")[0]).Count);
    }

    [Fact]
    public async Task A_device_known_by_its_instance_alone_is_asked_for_and_read()
    {
        var device = _lan.AddDevice();
        _lan.Start(Plans.Device(null, 1000, Second, Plans.Points(device.Device.Points)));

        await _lan.PassAsync(2.5 * Second);

        Assert.Equal(device.Address.ToString(), _lan.State().Address);
        Assert.Equal(3, _lan.State().PollsFresh);
    }

    [Fact, Trait("Rule", "BTL 2.10")]
    public async Task A_device_that_nobody_has_heard_of_is_asked_for_until_it_is_there()
    {
        _lan.Start(Plans.Device(null, 1000, Second, [Plans.Point("analogInput:1")]));
        await _lan.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(DeviceStatus.Offline, _lan.State().Status);
        Assert.StartsWith("device-silent: nobody answered Who-Is for instance 1000", _lan.State().Why, StringComparison.Ordinal);

        _lan.AddDevice();

        await _lan.UntilAsync(() => _lan.State().PollsFresh > 1, TimeSpan.FromMinutes(5.5));
    }

    [Fact]
    public async Task Another_instance_at_the_address_is_mistaken_and_none_of_its_values_is_taken()
    {
        var device = _lan.AddDevice();
        _lan.Start(Plans.Device(device.Address, 1001, Second, Plans.Points(device.Device.Points)));

        await _lan.PassAsync(3.5 * Second);

        Assert.Equal((DeviceStatus.Mistaken, 4L, 0L), (_lan.State().Status, _lan.State().PollsDue, _lan.State().Readings));
        Assert.Contains("answers instance 1000, not 1001", _lan.State().Why, StringComparison.Ordinal);
        Assert.Empty(_lan.Outbox.All);
        Assert.Empty(_lan.Named);
        Assert.Single(_lan.Logger.Entries, entry => entry.Id == 4703);
    }

    [Fact]
    public async Task A_mistaken_device_is_read_as_soon_as_the_right_one_answers_there()
    {
        var wrong = _lan.Add(new BuildingOptions { Devices = 1, PointsPerDevice = 1, FirstInstance = 2000 });
        _lan.Start(Plans.Device(PollingLan.At(1), 1000, Second, [Plans.Point("analogInput:1")]));
        await _lan.UntilAsync(() => _lan.State().Status == DeviceStatus.Mistaken, 5 * Second);
        wrong.Dispose();
        _lan.AddDevice();

        await _lan.UntilAsync(() => _lan.State().PollsFresh > 0, 20 * Second);

        Assert.Equal(DeviceStatus.Online, _lan.State().Status);
    }

    [Fact]
    public async Task The_name_is_filled_with_what_the_device_says_of_itself()
    {
        var device = _lan.AddDevice();
        _lan.Start(Plans.Device(device.Address, null, Second, Plans.Points(device.Device.Points), "${objectName} (${objectId}, ${vendorId}, ${address})", "ahu ${vendorId}"));

        await _lan.PassAsync(Second);

        var named = Assert.Single(_lan.Named);
        Assert.Equal(("Controller 1000 (1000, 555, 10.0.0.2:47808)", "ahu 555"), (named.Name, named.Profile));
        Assert.Equal(named.Name, _lan.State().Name);
        Assert.Equal(named.Name, _lan.Outbox.All[0].Device);
        Assert.Equal(named.Profile, _lan.Outbox.All[0].Profile);
    }

    [Fact]
    [Trait("Rule", "F19")]
    public async Task Of_two_devices_with_one_instance_no_values_are_taken_until_one_is_left()
    {
        var one = _lan.AddDevice();
        var other = _lan.Add(new BuildingOptions { Devices = 1, PointsPerDevice = 5 }, first: 9).Controllers[0];
        _lan.Start(Plans.Device(null, 1000, Second, [Plans.Point("analogInput:1")]));

        await _lan.UntilAsync(() => _lan.State().Status == DeviceStatus.Mistaken, 5 * Second);
        Assert.StartsWith("device-ambiguous: instance 1000 is at ", _lan.State().Why, StringComparison.Ordinal);
        Assert.Contains($"{other.Address}", _lan.State().Why, StringComparison.Ordinal);
        await _lan.PassAsync(30 * Second);
        Assert.Equal(0, _lan.State().PollsFresh);

        one.Dispose();
        await _lan.UntilAsync(() => _lan.State().PollsFresh > 0, TimeSpan.FromMinutes(6));
        Assert.Equal(other.Address.ToString(), _lan.State().Address);
    }

    [Fact, Trait("Rule", "F26")]
    public async Task A_device_known_by_its_instance_that_moves_is_found_again()
    {
        var before = _lan.AddDevice();
        _lan.Start(Plans.Device(null, 1000, Second, [Plans.Point("analogInput:1")]));
        await _lan.UntilAsync(() => _lan.State().PollsFresh > 1, 5 * Second);
        await _lan.PassAsync(3 * Second);   // two I-Ams at one moment would be two devices
        before.Dispose();
        var fresh = _lan.State().PollsFresh;

        var after = _lan.Add(new BuildingOptions { Devices = 1, PointsPerDevice = 5 }, first: 9).Controllers[0];
        await _lan.UntilAsync(() => _lan.State().PollsFresh > fresh + 1, TimeSpan.FromMinutes(1));

        Assert.Equal(after.Address.ToString(), _lan.State().Address);
    }

    [Fact, Trait("Rule", "F26")]
    [Trait("Rule", "BTL 7.3")]
    public async Task A_move_that_nobody_announces_is_found_out_by_asking_for_the_instance()
    {
        var before = _lan.AddDevice();
        _lan.Start(Plans.Device(null, 1000, Second, [Plans.Point("analogInput:1")]));
        await _lan.UntilAsync(() => _lan.State().PollsFresh > 1, 5 * Second);
        before.Dispose();
        await _lan.UntilAsync(() => _lan.State().Status == DeviceStatus.Offline, TimeSpan.FromMinutes(1));
        var fresh = _lan.State().PollsFresh;

        var after = _lan.Add(new BuildingOptions { Devices = 1, PointsPerDevice = 5, Faults = new() { Silent = true } }, first: 9).Controllers[0];
        after.Faults = new(); // its I-Am is lost
        await _lan.UntilAsync(() => _lan.State().PollsFresh > fresh, TimeSpan.FromMinutes(6));

        Assert.Equal(after.Address.ToString(), _lan.State().Address);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_device_that_is_replaced_by_another_instance_is_not_taken_for_the_old_one(bool announces)
    {
        var old = _lan.AddDevice();
        _lan.Start(Plans.Device(old.Address, 1000, Second, [Plans.Point("analogInput:1")]));
        await _lan.UntilAsync(() => _lan.State().PollsFresh > 1, 5 * Second);
        old.Dispose();
        if (!announces) await _lan.UntilAsync(() => _lan.State().Status == DeviceStatus.Offline, TimeSpan.FromMinutes(1));
        await _lan.PassAsync(Second / 2);
        var readings = _lan.State().Readings;

        var stranger = _lan.Add(new BuildingOptions { Devices = 1, PointsPerDevice = 5, FirstInstance = 2000, Faults = new() { Silent = !announces } }).Controllers[0];
        stranger.Faults = new();
        await _lan.PassAsync(TimeSpan.FromMinutes(6));

        Assert.Equal((DeviceStatus.Mistaken, readings), (_lan.State().Status, _lan.State().Readings));
    }

    [Fact]
    public async Task A_replaced_device_that_only_its_address_is_known_of_gets_its_own_name()
    {
        var old = _lan.AddDevice();
        _lan.Start(Plans.Device(old.Address, null, Second, [Plans.Point("analogInput:1")], "${objectName}"));
        await _lan.UntilAsync(() => _lan.State().PollsFresh > 1, 5 * Second);
        old.Dispose();

        _lan.Add(new BuildingOptions { Devices = 1, PointsPerDevice = 5, FirstInstance = 2000 });
        await _lan.UntilAsync(() => _lan.State().Name == "Controller 2000", TimeSpan.FromMinutes(1));

        await _lan.UntilAsync(() => _lan.Outbox.Of("Controller 2000").Count > 1, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Keys_made_of_names_are_gathered_over_as_many_polls_as_it_takes()
    {
        var device = _lan.AddDevice(points: 60, options => options with { MaxApdu = 50, NoReadMultiple = Plenum.Bacnet.Simulator.Faults.InstanceSet.All });
        device.Faults = new() { Delay = TimeSpan.FromMilliseconds(30) }; // 60 names take longer than a period
        _lan.Start(Plans.Device(device.Address, null, Second, [.. device.Device.Points.Select(id => Plans.Point(id.ToString(), "${objectName}"))]));

        await _lan.UntilAsync(() => _lan.Outbox.All.Count > 0, TimeSpan.FromSeconds(30));

        Assert.Contains("AHU-1 Supply Air Temperature", StoredPolls.Values(_lan.Outbox.All[0]).Keys);
    }

    [Fact]
    public async Task A_device_that_falls_silent_before_its_keys_are_known_is_silent_like_any_other()
    {
        var device = _lan.AddDevice();
        _lan.Start(Plans.Device(device.Address, null, Second, [Plans.Point("analogInput:1", "${objectName}")]));
        await _lan.UntilAsync(() => !_lan.Named.IsEmpty, 5 * Second);
        device.Faults = new() { Silent = true };
        Assert.Empty(_lan.Outbox.All);

        await _lan.UntilAsync(() => _lan.State().Status == DeviceStatus.Offline, TimeSpan.FromMinutes(1));

        Assert.StartsWith("device-silent: 10.0.0.2:47808", _lan.State().Why, StringComparison.Ordinal);
    }
}
