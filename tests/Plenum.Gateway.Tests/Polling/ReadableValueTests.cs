using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Model;
using Plenum.Gateway.Polling;

namespace Plenum.Gateway.Tests.Polling;

public sealed class ReadableValueTests
{
    private static readonly PropertyReference Analog = new(new(ObjectType.AnalogInput, 1), PropertyId.PresentValue);
    private static readonly PropertyReference Binary = new(new(ObjectType.BinaryOutput, 1), PropertyId.PresentValue);

    public static TheoryData<BacnetValue, Value> Plain => new()
    {
        { BacnetValue.Null, Value.Null },
        { BacnetValue.Boolean(true), Value.Of(true) },
        { BacnetValue.Unsigned(7), Value.Of(7L) },
        { BacnetValue.Unsigned(long.MaxValue), Value.Of(long.MaxValue) },
        { BacnetValue.Unsigned(ulong.MaxValue), Value.Of(18446744073709551615.0) },
        { BacnetValue.Signed(-7), Value.Of(-7L) },
        { BacnetValue.Real(21.5f), Value.Of(21.5) },
        { BacnetValue.Double(0.1), Value.Of(0.1) },
        { BacnetValue.CharacterString("Zulufttemperatur °C"), Value.Of("Zulufttemperatur °C") },
        { BacnetValue.OctetString([0xCA, 0xFE]), Value.Of("cafe") },
        { BacnetValue.Object(new(ObjectType.AnalogValue, 3)), Value.Of("analogValue:3") },
        { BacnetValue.List([BacnetValue.Null, BacnetValue.Real(1.5f)]), Value.Of([Value.Null, Value.Of(1.5)]) },
        { BacnetValue.List([]), Value.Of(Array.Empty<Value>()) },
    };

    [Theory, MemberData(nameof(Plain))]
    public void A_value_keeps_its_type(BacnetValue read, Value expected) => Assert.Equal(expected, ReadableValue.Of(Analog, read));

    [Fact]
    public void Dates_times_and_constructed_values_are_texts()
    {
        BacnetValue[] values = [BacnetValue.Date(new(0x7E_07_0E_02)), BacnetValue.Time(new(0x0C_1E_00_00)), BacnetValue.Constructed(1, [BacnetValue.Null]), BacnetValue.ContextPrimitive(2, [1])];

        Assert.All(values, value => Assert.Equal(Value.Of(value.ToString()), ReadableValue.Of(Analog, value)));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void The_present_value_of_a_binary_object_is_a_truth(uint state, bool expected) =>
        Assert.Equal(Value.Of(expected), ReadableValue.Of(Binary, BacnetValue.Enumerated(state)));

    [Fact]
    public void The_slots_of_a_binary_priority_array_are_truths_where_they_are_taken() =>
        Assert.Equal(Value.Of([Value.Null, Value.Of(true)]),
            ReadableValue.Of(Binary with { Property = PropertyId.PriorityArray }, BacnetValue.List([BacnetValue.Null, BacnetValue.Enumerated(1)])));

    [Fact]
    public void A_binary_state_that_the_standard_does_not_know_stays_a_number() =>
        Assert.Equal(Value.Of(2L), ReadableValue.Of(Binary, BacnetValue.Enumerated(2)));

    [Theory]
    [InlineData(PropertyId.Units, 62u, "degrees-celsius")]
    [InlineData(PropertyId.EventState, 0u, "normal")]
    [InlineData(PropertyId.Reliability, 0u, "no-fault-detected")]
    [InlineData(PropertyId.SystemStatus, 0u, "operational")]
    [InlineData(PropertyId.ObjectType, 2u, "analog-value")]
    [InlineData(PropertyId.SegmentationSupported, 3u, "no-segmentation")]
    public void An_enumeration_is_told_by_name_where_the_property_says_which_one_it_is(PropertyId property, uint number, string name) =>
        Assert.Equal(Value.Of(name), ReadableValue.Of(Analog with { Property = property }, BacnetValue.Enumerated(number)));

    [Fact]
    public void A_unit_without_a_name_is_told_by_its_number() =>
        Assert.Equal(Value.Of(60000L), ReadableValue.Of(Analog with { Property = PropertyId.Units }, BacnetValue.Enumerated(60000)));

    [Fact]
    public void Any_other_enumeration_is_a_number() => Assert.Equal(Value.Of(1L), ReadableValue.Of(Analog with { Property = (PropertyId)1000 }, BacnetValue.Enumerated(1)));

    [Theory]
    [InlineData(0b0000, "")]
    [InlineData(0b0011, "in-alarm;fault")]
    [InlineData(0b1100, "overridden;out-of-service")]
    public void Status_flags_are_the_names_of_those_that_are_set(ulong bits, string expected) =>
        Assert.Equal(Value.Of(expected), ReadableValue.Of(Analog with { Property = PropertyId.StatusFlags }, BacnetValue.BitString(new(bits, 4))));

    [Fact]
    public void Any_other_bit_string_is_its_bits()
    {
        var bits = BacnetValue.BitString(new(0b101, 3));

        Assert.Equal(Value.Of(bits.ToString()), ReadableValue.Of(Analog with { Property = PropertyId.EventEnable }, bits));
    }
}
