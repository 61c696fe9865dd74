using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Signals;

namespace Plenum.Bacnet.Simulator.Tests.Buildings;

public sealed class SimulatedDeviceTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly SignalClock _clock;
    private readonly SimulatedDevice _device;

    public SimulatedDeviceTests()
    {
        _clock = new(_time, TimeSpan.FromMilliseconds(100));
        _device = new(new() { Instance = 1003, Points = 72 }, _clock);
    }

    public static TheoryData<string> NineTypes =>
        ["analogInput:1", "binaryInput:1", "multiStateInput:1", "analogOutput:1", "binaryOutput:1", "multiStateOutput:1", "analogValue:1", "binaryValue:1", "multiStateValue:1"];

    [Fact]
    public void It_has_as_many_points_as_asked_for_of_all_nine_types_each_with_a_name_of_its_own()
    {
        Assert.Equal(72, _device.Points.Count());
        Assert.Equal(9, _device.Points.Take(9).Select(id => id.Type).Distinct().Count());
        Assert.Equal(72, _device.Points.Select(id => Read(id, PropertyId.ObjectName).AsCharacterString).Distinct().Count());
        Assert.Equal("AHU-1 Supply Air Temperature", Read(ObjectId.Parse("analogInput:1"), PropertyId.ObjectName).AsCharacterString);
    }

    [Fact]
    public void Every_property_of_every_object_can_be_read()
    {
        foreach (var id in _device.Points.Append(new(ObjectType.Device, 1003)))
            Assert.All(_device.Properties(id)!, property => Assert.Null(_device.Read(new(id, property)).Error));
    }

    [Fact] // clause 12.1.1.4.1
    public void The_property_list_leaves_out_the_identifying_properties_and_itself()
    {
        PropertyId[] unlisted = [PropertyId.ObjectIdentifier, PropertyId.ObjectName, PropertyId.ObjectType, PropertyId.PropertyList];
        foreach (var id in _device.Points.Append(new(ObjectType.Device, 1003)))
        {
            var listed = Read(id, PropertyId.PropertyList).Elements.Select(element => (PropertyId)element.AsEnumerated).ToList();
            Assert.Equal(_device.Properties(id)!.Except(unlisted), listed);
            Assert.Equal(listed.Count, (int)Read(id, PropertyId.PropertyList, 0).AsUnsigned);
            Assert.Equal((uint)listed[^1], Read(id, PropertyId.PropertyList, (uint)listed.Count).AsEnumerated);
        }
    }

    [Theory]
    [MemberData(nameof(NineTypes))]
    public void A_point_names_itself_and_is_found_by_its_name(string point)
    {
        var id = ObjectId.Parse(point);

        Assert.Equal(id, Read(id, PropertyId.ObjectIdentifier).AsObjectId);
        Assert.Equal((uint)id.Type, Read(id, PropertyId.ObjectType).AsEnumerated);
        Assert.Equal(id, _device.Find(Read(id, PropertyId.ObjectName).AsCharacterString));
        Assert.Equal("0000", Read(id, PropertyId.StatusFlags).AsBitString.ToString());
        Assert.Equal((uint)EventState.Normal, Read(id, PropertyId.EventState).AsEnumerated);
        Assert.Equal((uint)Reliability.NoFaultDetected, Read(id, PropertyId.Reliability).AsEnumerated);
    }

    [Theory]
    [MemberData(nameof(NineTypes))]
    public void A_point_follows_its_signal(string point)
    {
        var id = ObjectId.Parse(point);
        for (var second = 0; second < 20; second++)
        {
            Assert.Equal(_device.SignalOf(id).At(_clock.Tick), Read(id, PropertyId.PresentValue));
            _time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public void Analog_points_have_units_binary_ones_texts_and_multi_state_ones_names()
    {
        Assert.Equal((uint)EngineeringUnits.DegreesCelsius, Read(ObjectId.Parse("analogInput:1"), PropertyId.Units).AsEnumerated);
        Assert.Equal("Running", Read(ObjectId.Parse("binaryInput:1"), PropertyId.ActiveText).AsCharacterString);
        Assert.Equal("Off", Read(ObjectId.Parse("binaryInput:1"), PropertyId.InactiveText).AsCharacterString);
        Assert.Equal(5u, Read(ObjectId.Parse("multiStateValue:1"), PropertyId.NumberOfStates).AsUnsigned);
        Assert.Equal(5u, Read(ObjectId.Parse("multiStateValue:1"), PropertyId.StateText, 0).AsUnsigned);
        Assert.Equal("Heating", Read(ObjectId.Parse("multiStateValue:1"), PropertyId.StateText, 2).AsCharacterString);
        Assert.Equal(5, Read(ObjectId.Parse("multiStateValue:1"), PropertyId.StateText).Elements.Count);
    }

    [Fact] // clause 12.11
    public void The_device_object_says_what_the_device_is()
    {
        var self = new ObjectId(ObjectType.Device, 1003);

        Assert.Equal("Controller 1003", Read(self, PropertyId.ObjectName).AsCharacterString);
        Assert.Equal(self, _device.Find("Controller 1003"));
        Assert.Equal(19u, Read(self, PropertyId.ProtocolRevision).AsUnsigned);
        Assert.Equal(1476u, Read(self, PropertyId.MaxApduLengthAccepted).AsUnsigned);
        Assert.True(Read(self, PropertyId.ProtocolServicesSupported).AsBitString[(int)ServicesSupported.ReadPropertyMultiple]);
        Assert.True(Read(self, PropertyId.ProtocolServicesSupported).AsBitString[(int)ServicesSupported.SubscribeCov]);
        Assert.True(Read(self, PropertyId.ProtocolServicesSupported).AsBitString[(int)ServicesSupported.ReadRange]);
        Assert.False(Read(self, PropertyId.ProtocolServicesSupported).AsBitString[(int)ServicesSupported.AtomicReadFile]);
        Assert.True(Read(self, PropertyId.ProtocolObjectTypesSupported).AsBitString[(int)ObjectType.MultiStateValue]);
        Assert.False(Read(self, PropertyId.ProtocolObjectTypesSupported).AsBitString[(int)ObjectType.Loop]);
        Assert.Empty(Read(self, PropertyId.DeviceAddressBinding).Elements);
    }

    [Fact]
    public void The_object_list_names_the_device_every_point_and_the_port_whole_and_by_index()
    {
        var self = new ObjectId(ObjectType.Device, 1003);
        var whole = Read(self, PropertyId.ObjectList).Elements.Select(element => element.AsObjectId).ToList();

        Assert.Equal([self, .. _device.Points, _device.NetworkPort], whole.Select(id => (ObjectId?)id));
        Assert.Equal((ulong)whole.Count, Read(self, PropertyId.ObjectList, 0).AsUnsigned);
        for (var i = 1; i <= whole.Count; i++) Assert.Equal(whole[i - 1], Read(self, PropertyId.ObjectList, (uint)i).AsObjectId);
        Assert.Equal(ErrorCode.InvalidArrayIndex, Refusal(self, PropertyId.ObjectList, (uint)whole.Count + 1));
    }

    [Fact]
    public void A_device_without_ReadPropertyMultiple_does_not_claim_it()
    {
        var device = new SimulatedDevice(new() { Instance = 5, ReadsMultiple = false, MaxApdu = 50 }, _clock);
        var services = device.Read(new(new(ObjectType.Device, 5), PropertyId.ProtocolServicesSupported)).Value.AsBitString;

        Assert.False(device.ReadsMultiple);
        Assert.False(services[(int)ServicesSupported.ReadPropertyMultiple]);
        Assert.Equal(50u, device.Read(new(new(ObjectType.Device, 5), PropertyId.MaxApduLengthAccepted)).Value.AsUnsigned);
    }

    [Theory]
    [InlineData("analogInput:999", PropertyId.PresentValue, null, ErrorCode.UnknownObject)]
    [InlineData("device:1004", PropertyId.ObjectName, null, ErrorCode.UnknownObject)]
    [InlineData("analogInput:1", PropertyId.PriorityArray, null, ErrorCode.UnknownProperty)]
    [InlineData("analogInput:1", PropertyId.PriorityArray, 1u, ErrorCode.UnknownProperty)]
    [InlineData("analogInput:1", PropertyId.StateText, null, ErrorCode.UnknownProperty)]
    [InlineData("analogInput:1", PropertyId.ObjectList, 1u, ErrorCode.UnknownProperty)]
    [InlineData("binaryValue:1", PropertyId.Polarity, null, ErrorCode.UnknownProperty)]
    [InlineData("device:1003", PropertyId.PresentValue, null, ErrorCode.UnknownProperty)]
    [InlineData("analogInput:1", PropertyId.PresentValue, 1u, ErrorCode.PropertyIsNotAnArray)]
    [InlineData("device:1003", PropertyId.ObjectName, 0u, ErrorCode.PropertyIsNotAnArray)]
    [InlineData("analogOutput:1", PropertyId.PriorityArray, 17u, ErrorCode.InvalidArrayIndex)]
    [InlineData("multiStateInput:1", PropertyId.StateText, 4u, ErrorCode.InvalidArrayIndex)]
    public void What_is_not_there_is_refused_with_the_right_code(string id, PropertyId property, uint? index, ErrorCode code) =>
        Assert.Equal(code, Refusal(ObjectId.Parse(id), property, index));

    [Fact]
    public void Reading_a_number_allocates_nothing()
    {
        PropertyReference[] targets = [.. _device.Points.Select(id => new PropertyReference(id, PropertyId.PresentValue))];
        foreach (var target in targets) _device.Read(target);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
            foreach (var target in targets) _device.Read(target);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(4194303, 1476)]
    [InlineData(1, 100)]
    public void A_device_that_cannot_be_is_refused(uint instance, int maxApdu) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedDevice(new() { Instance = instance, MaxApdu = maxApdu }, _clock));

    private BacnetValue Read(ObjectId id, PropertyId property, uint? index = null) => _device.Read(new(id, property, index)).Value;

    private ErrorCode? Refusal(ObjectId id, PropertyId property, uint? index) => _device.Read(new(id, property, index)).Error?.Code;
}
