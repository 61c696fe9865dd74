using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Model;
using Plenum.Gateway.Polling;
using Plenum.Gateway.Tests.Support;
using Plenum.TestKit;

namespace Plenum.Gateway.Tests.Polling;

public sealed class PointSetTests
{
    [Fact]
    public void The_properties_of_an_object_stand_together_however_the_configuration_has_them()
    {
        var set = new PointSet([Plans.Point("analogInput:2"), Plans.Point("analogInput:1"), Plans.Point("analogInput:2", "unit", PropertyId.Units)]);

        Assert.Equal(["analogInput:1 presentValue", "analogInput:2 presentValue", "analogInput:2 units"], set.Poll.Values.Targets.Select(target => target.ToString()));
    }

    [Fact]
    public void A_property_that_two_points_use_is_read_once()
    {
        var set = new PointSet([Plans.Point("analogInput:1", "a"), Plans.Point("analogInput:1", "b", kind: MessageKind.Attributes)]);

        Assert.Single(set.Poll.Values.Targets);
    }

    [Fact]
    public void An_element_of_an_array_is_another_property_than_the_whole()
    {
        var set = new PointSet([Plans.Point("analogOutput:1", "all", PropertyId.PriorityArray), Plans.Point("analogOutput:1", "8", PropertyId.PriorityArray, index: 8)]);

        Assert.Equal(2, set.Poll.Values.Targets.Count);
    }

    [Fact]
    public void Keys_without_properties_in_them_are_known_at_once()
    {
        var set = new PointSet([Plans.Point("analogInput:7", "supply air ${what}")]);

        Assert.True(set.KeysKnown);
        Assert.Empty(set.KeyProperties.Targets);
    }

    [Fact]
    public async Task Every_point_gets_the_value_of_its_own_property()
    {
        await using var device = new Wire();
        var set = new PointSet([
            Plans.Point("analogValue:1", "value"),
            Plans.Point("analogInput:1", "name", PropertyId.ObjectName, kind: MessageKind.Attributes),
            Plans.Point("analogInput:1", "again", PropertyId.ObjectName)]);
        await device.ReadAsync(set.Poll.Values);
        List<Reading> readings = [];

        Assert.Equal(0, set.CollectReadings(readings));

        Assert.Equal(["value", "name", "again"], readings.Select(reading => reading.Key));
        Assert.Equal([0, 1, 2], readings.Select(reading => reading.Point));
        Assert.Equal(ValueKind.Number, readings[0].Value.Kind);
        Assert.Equal(["AHU-1 Supply Air Temperature", "AHU-1 Supply Air Temperature"], readings.Skip(1).Select(reading => reading.Value.ToString()));
        Assert.Equal(MessageKind.Attributes, readings[1].Kind);
    }

    [Fact]
    public async Task A_key_is_made_of_the_properties_of_its_own_object()
    {
        await using var device = new Wire();
        var set = new PointSet([Plans.Point("analogInput:1", "${objectName} in ${units}"), Plans.Point("binaryInput:1", "${objectName}")]);
        Assert.False(set.KeysKnown);
        await device.ReadAsync(set.KeyProperties);
        set.MakeKeys();

        Assert.True(set.KeysKnown);
        Assert.Equal(["AHU-1 Supply Air Temperature in degrees-celsius", "AHU-1 Supply Fan Status"], await device.KeysAsync(set));
    }

    [Fact]
    public async Task A_property_that_the_device_refuses_is_replaced_by_the_object_in_the_key()
    {
        await using var device = new Wire();
        var set = new PointSet([Plans.Point("binaryInput:1", "x ${units}")]);
        await device.ReadAsync(set.KeyProperties);
        set.MakeKeys();

        Assert.Equal(["x binaryInput:1"], await device.KeysAsync(set));
    }

    [Fact]
    public async Task A_refused_point_is_counted_and_shown_with_its_place_and_the_refusal()
    {
        await using var device = new Wire();
        var set = new PointSet([Plans.Point("analogInput:1"), Plans.Point("analogInput:99"), Plans.Point("binaryInput:1", "u", PropertyId.Units)]);
        await device.ReadAsync(set.Poll.Values);
        List<Reading> readings = [];

        Assert.Equal(2, set.CollectReadings(readings));

        Assert.Equal("analogInput:1", Assert.Single(readings).Key);
        Assert.Equal(["timeseries[analogInput:99] (analogInput:99 presentValue): object: unknown-object", "timeseries[binaryInput:1] (binaryInput:1 units): property: unknown-property"], set.Failing(most: 5));
        Assert.Single(set.Failing(most: 1));
    }

    [Fact]
    public async Task What_was_not_answered_is_neither_a_reading_nor_a_refusal()
    {
        await using var device = new Wire(isSilent: true);
        var set = new PointSet([Plans.Point("analogInput:1")]);
        await device.ReadAsync(set.Poll.Values);
        List<Reading> readings = [];

        Assert.Equal(0, set.CollectReadings(readings));
        Assert.Empty(readings);
        Assert.Empty(set.Failing(most: 5));
    }

    /// <summary>A simulated device, and a client that reads it.</summary>
    private sealed class Wire : IAsyncDisposable
    {
        private readonly PollingLan _lan = new();
        private readonly Device _device = new(PollingLan.At(1));

        public Wire(bool isSilent = false)
        {
            _lan.AddDevice(points: 9, with: options => options with { Faults = new() { Silent = isSilent } });
            _lan.Listen();
        }

        public Task ReadAsync(ReadList list) => _lan.AnsweredAsync(_lan.Client.ReadAsync(_device, list).AsTask());

        public async Task<IEnumerable<string>> KeysAsync(PointSet set)
        {
            await ReadAsync(set.Poll.Values);
            List<Reading> readings = [];
            set.CollectReadings(readings);
            return readings.Select(reading => reading.Key);
        }

        public ValueTask DisposeAsync() => _lan.DisposeAsync();
    }
}
