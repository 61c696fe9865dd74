using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Faults;
using Plenum.Gateway.Model;
using Plenum.Gateway.Polling;
using Plenum.Gateway.Tests.Support;
using DeviceStatus = Plenum.Gateway.Model.DeviceStatus;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>What a poll reads, what it stores, and what counts as fresh.</summary>
public sealed class PollTests : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PollingLan _lan = new();

    public ValueTask DisposeAsync() => _lan.DisposeAsync();

    [Fact]
    public async Task The_values_that_are_stored_are_the_ones_that_the_device_has()
    {
        var building = _lan.Add(new BuildingOptions { Devices = 1, PointsPerDevice = 9, Resolution = TimeSpan.FromHours(1) });
        var device = building.Controllers[0].Device;
        _lan.Start(Plans.Device(building.Controllers[0].Address, null, Second, Plans.Points(device.Points)));

        await _lan.PassAsync(Second / 2);

        var message = Assert.Single(_lan.Outbox.All);
        var values = StoredPolls.Values(message);
        Assert.Equal(MessageKind.Telemetry, message.Kind);
        foreach (var id in device.Points)
        {
            var source = new PropertyReference(id, PropertyId.PresentValue);
            Assert.Equal(StoredPolls.Json(ReadableValue.Of(source, device.Read(source).Value)), values[id.ToString()]);
        }
    }

    [Fact]
    public async Task Time_series_and_attributes_are_two_messages_of_one_poll()
    {
        var device = _lan.AddDevice();
        _lan.Start(Plans.Device(device.Address, null, Second, [Plans.Point("analogInput:1", "t"), Plans.Point("analogInput:1", "n", PropertyId.ObjectName, kind: MessageKind.Attributes)]));

        await _lan.PassAsync(Second / 2);

        Assert.Equal([MessageKind.Telemetry, MessageKind.Attributes], _lan.Outbox.All.Select(message => message.Kind));
        Assert.Equal("\"AHU-1 Supply Air Temperature\"", StoredPolls.Values(_lan.Outbox.All[1])["n"]);
        Assert.Equal((1L, 2L), (_lan.State().PollsFresh, _lan.State().Readings));
    }

    [Fact]
    [Trait("Rule", "F22")]
    public async Task A_point_that_the_device_refuses_costs_no_neighbour_and_is_counted_and_shown()
    {
        var device = _lan.AddDevice(points: 9);
        _lan.Start(Plans.Device(device.Address, null, Second, [.. Plans.Points(device.Device.Points), Plans.Point("analogInput:99"), Plans.Point("binaryInput:1", "u", PropertyId.Units)]));

        await _lan.PassAsync(2.5 * Second);

        Assert.Equal(9, StoredPolls.Values(_lan.Outbox.All[0]).Count);
        var state = _lan.State();
        Assert.Equal((3L, 3L, 27L, 6L), (state.PollsDue, state.PollsFresh, state.Readings, state.PointErrors));
        Assert.Equal(2, state.FailingPoints.Count);
        Assert.Contains("timeseries[analogInput:99] (analogInput:99 presentValue): object: unknown-object", state.FailingPoints);
    }

    [Fact]
    public async Task A_device_without_ReadPropertyMultiple_is_read_point_by_point()
    {
        var device = _lan.AddDevice(points: 20, options => options with { NoReadMultiple = InstanceSet.All });
        _lan.Start(Plans.Device(device.Address, null, Second, Plans.Points(device.Device.Points)));

        await _lan.PassAsync(3.5 * Second);

        Assert.Equal((4L, 80L), (_lan.State().PollsFresh, _lan.State().Readings));
        Assert.Equal("property by property", _lan.State().Capability);
        Assert.StartsWith("no ReadPropertyMultiple: ", _lan.State().CapabilityEvidence, StringComparison.Ordinal);
    }

    [Fact] // the answer to the two properties of one object is larger than the device can send
    public async Task A_device_with_the_smallest_APDU_gives_the_values_and_the_names_of_its_points()
    {
        var device = _lan.AddDevice(points: 5, options => options with { MaxApdu = 50 });
        _lan.Start(Plans.Device(device.Address, null, 2 * Second,
            [.. device.Device.Points.SelectMany(id => new[] { Plans.Point(id.ToString(), "${objectName}"), Plans.Point(id.ToString(), "${objectName} flags", PropertyId.StatusFlags) })]));

        await _lan.PassAsync(9 * Second);

        Assert.Equal((5L, 5L), (_lan.State().PollsDue, _lan.State().PollsFresh));
        Assert.Equal(10, StoredPolls.Values(_lan.Outbox.All[0]).Count);
        Assert.Contains("AHU-1 Supply Fan Status flags", StoredPolls.Values(_lan.Outbox.All[0]).Keys);
        Assert.InRange(_lan.Client.Counters.Requests, 1, 200);
    }

    [Fact]
    public async Task What_a_poll_could_read_is_stored_and_the_poll_is_not_fresh()
    {
        var device = Hiding(points: 20, maxApdu: 128, hides: apdu => apdu.InvokeId % 4 == 3);
        _lan.Start(Plans.Device(device.Address, null, Second, Plans.Points(device.Device.Points)));

        await _lan.UntilAsync(() => _lan.Outbox.All.Count > 0, TimeSpan.FromSeconds(20));

        Assert.Equal(DeviceStatus.Online, _lan.State().Status);
        Assert.InRange(StoredPolls.Values(_lan.Outbox.All[0]).Count, 1, 19);
        Assert.Equal(0, _lan.State().PollsFresh);
    }

    [Fact]
    public async Task A_stop_in_the_middle_of_a_poll_stores_what_was_read_by_then()
    {
        var answers = 0;
        var device = Hiding(points: 20, maxApdu: 128, hides: _ => ++answers > 2); // who it is, and the first batch
        _lan.Start(Plans.Device(device.Address, null, TimeSpan.FromMinutes(5), Plans.Points(device.Device.Points)));
        await _lan.PassAsync(Second);
        Assert.Empty(_lan.Outbox.All);

        await _lan.StopAsync();

        Assert.InRange(StoredPolls.Values(Assert.Single(_lan.Outbox.All)).Count, 1, 19);
        Assert.Equal(0, _lan.State().PollsDue); // it was not over before its time was
    }

    [Fact]
    public async Task A_stop_stores_every_answer_that_came_also_those_behind_one_that_did_not()
    {
        byte? lost = null;
        var (isHiding, hidden) = (false, 0);
        bool IsLost(ApduHeader answer)
        {
            if (!isHiding || (lost ??= answer.InvokeId) != answer.InvokeId) return false;
            hidden++;
            return true;
        }
        var device = Hiding(points: 60, maxApdu: 128, IsLost); // one request is never answered, the others are
        _lan.Start(Plans.Device(device.Address, null, 5 * Second, Plans.Points(device.Device.Points)));
        await _lan.PassAsync(51 * Second); // the device has shown that it takes several requests at a time
        isHiding = true;
        var stored = _lan.Outbox.All.Count;
        await _lan.UntilAsync(() => hidden > 3, 10 * Second);

        await _lan.StopAsync();

        Assert.Equal(stored + 1, _lan.Outbox.All.Count);
        Assert.InRange(StoredPolls.Values(_lan.Outbox.All[^1]).Count, 2 * 7, 59);
    }

    [Fact]
    public async Task A_poll_that_cannot_be_stored_is_not_fresh_and_its_change_is_sent_later()
    {
        var device = _lan.AddDevice(points: 9);
        var setpoint = new PropertyReference(ObjectId.Parse("analogValue:1"), PropertyId.PresentValue);
        device.Device.Write(setpoint, BacnetValue.Real(20), 8);
        _lan.Start(Plans.Device(device.Address, null, Second, [Plans.Point("analogValue:1", "sp", report: new(ReportKind.OnChange, TimeSpan.Zero))]));
        await _lan.PassAsync(1.5 * Second);
        _lan.Outbox.IsFull = true;
        device.Device.Write(setpoint, BacnetValue.Real(21), 8);
        await _lan.PassAsync(2 * Second);
        Assert.Equal((4L, 2L), (_lan.State().PollsDue, _lan.State().PollsFresh));
        Assert.Equal(DeviceStatus.Online, _lan.State().Status);
        Assert.StartsWith("outbox-disk-full", _lan.State().Why, StringComparison.Ordinal);

        _lan.Outbox.IsFull = false;
        await _lan.PassAsync(2 * Second);

        Assert.Equal(["20", "21"], _lan.Outbox.All.Select(message => StoredPolls.Values(message)["sp"]));
        Assert.Equal((6L, 4L), (_lan.State().PollsDue, _lan.State().PollsFresh));
        Assert.Equal("answers", _lan.State().Why);
    }

    [Fact]
    public async Task A_poll_that_is_read_after_the_next_one_was_due_is_not_fresh()
    {
        var device = _lan.AddDevice();
        device.Faults = new() { Delay = TimeSpan.FromMilliseconds(400) };
        _lan.Start(Plans.Device(device.Address, null, TimeSpan.FromMilliseconds(300), Plans.Points(device.Device.Points)));

        await _lan.PassAsync(20 * Second);

        Assert.True(_lan.State().Readings > 100);
        Assert.Equal(0, _lan.State().PollsFresh);
        Assert.Null(_lan.State().LastFresh);
        Assert.InRange(_lan.State().PollsDue, 64, 67); // every one that was missed is counted
    }

    /// <summary>A device some of whose answers to ReadPropertyMultiple never arrive.</summary>
    private Controller Hiding(int points, int maxApdu, Predicate<ApduHeader> hides) => _lan.Add(
        new BuildingOptions { Devices = 1, PointsPerDevice = points, MaxApdu = maxApdu },
        wrap: inner => new DroppingTransport(inner) { LosesAnswer = apdu => apdu.Type == PduType.ComplexAck && hides(apdu) }).Controllers[0];
}
