using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Signals;

namespace Plenum.Bacnet.Simulator.Tests.Buildings;

public sealed class WritingTests
{
    private static readonly ObjectId Valve = ObjectId.Parse("analogOutput:1");
    private static readonly ObjectId Sensor = ObjectId.Parse("analogInput:1");

    private readonly FakeTimeProvider _time = new();
    private readonly SignalClock _clock;
    private readonly SimulatedDevice _device;

    public WritingTests()
    {
        _clock = new(_time, TimeSpan.FromMilliseconds(100));
        _device = new(new() { Points = 28 }, _clock);
    }

    public static TheoryData<string, BacnetValueText> Commandable => new()
    {
        { "analogOutput:1", new(BacnetValue.Real(12.5f)) },
        { "analogValue:1", new(BacnetValue.Real(-3)) },
        { "binaryOutput:1", new(BacnetValue.Enumerated(1)) },
        { "binaryValue:1", new(BacnetValue.Enumerated(0)) },
        { "multiStateOutput:1", new(BacnetValue.Unsigned(4)) },
        { "multiStateValue:1", new(BacnetValue.Unsigned(1)) },
    };

    [Theory] // clause 19.2
    [MemberData(nameof(Commandable))]
    public void The_highest_priority_counts_and_what_is_relinquished_falls_back(string point, BacnetValueText command)
    {
        var id = ObjectId.Parse(point);
        var value = command.Value;
        var signal = _device.SignalOf(id);

        Assert.Null(Write(id, value, priority: 12));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(value, Read(id, PropertyId.PresentValue));
        Assert.Equal(12u, Read(id, PropertyId.CurrentCommandPriority).AsUnsigned);
        Assert.Equal(signal.At(_clock.Tick), Read(id, PropertyId.RelinquishDefault));

        Assert.Null(Write(id, BacnetValue.Null, priority: 12));
        Assert.Equal(signal.At(_clock.Tick), Read(id, PropertyId.PresentValue));
        Assert.Equal(BacnetValue.Null, Read(id, PropertyId.CurrentCommandPriority));
    }

    [Fact]
    public void A_stronger_command_hides_a_weaker_one_until_it_is_relinquished()
    {
        Write(Valve, BacnetValue.Real(16));
        Write(Valve, BacnetValue.Real(8), priority: 8);
        Write(Valve, BacnetValue.Real(9), priority: 9);
        Assert.Equal(8, Read(Valve, PropertyId.PresentValue).AsReal);

        Write(Valve, BacnetValue.Null, priority: 8);
        Assert.Equal(9, Read(Valve, PropertyId.PresentValue).AsReal);
        Write(Valve, BacnetValue.Null, priority: 9);
        Assert.Equal(16, Read(Valve, PropertyId.PresentValue).AsReal);
    }

    [Fact]
    public void The_priority_array_shows_every_command_whole_and_by_index()
    {
        Write(Valve, BacnetValue.Real(1), priority: 1);
        Write(Valve, BacnetValue.Real(16));
        var whole = Read(Valve, PropertyId.PriorityArray).Elements;

        Assert.Equal(16, whole.Count);
        Assert.Equal(16u, Read(Valve, PropertyId.PriorityArray, 0).AsUnsigned);
        for (var priority = 1u; priority <= 16; priority++)
        {
            var expected = priority is 1 or 16 ? BacnetValue.Real(priority) : BacnetValue.Null;
            Assert.Equal(expected, whole[(int)priority - 1]);
            Assert.Equal(expected, Read(Valve, PropertyId.PriorityArray, priority));
        }
    }

    [Fact]
    public void An_input_takes_a_value_only_while_it_is_out_of_service()
    {
        Assert.Equal(ErrorCode.WriteAccessDenied, Write(Sensor, BacnetValue.Real(1)));

        var held = Read(Sensor, PropertyId.PresentValue);
        Assert.Null(WriteProperty(Sensor, PropertyId.OutOfService, BacnetValue.Boolean(true)));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(held, Read(Sensor, PropertyId.PresentValue));
        Assert.Equal("0001", Read(Sensor, PropertyId.StatusFlags).AsBitString.ToString());
        Assert.True(Read(Sensor, PropertyId.OutOfService).AsBoolean);

        Assert.Null(Write(Sensor, BacnetValue.Real(99)));
        Assert.Equal(99, Read(Sensor, PropertyId.PresentValue).AsReal);
        Assert.Null(WriteProperty(Sensor, PropertyId.OutOfService, BacnetValue.Boolean(false)));
        Assert.Equal(_device.SignalOf(Sensor).At(_clock.Tick), Read(Sensor, PropertyId.PresentValue));
    }

    [Fact]
    public void A_value_of_another_kind_or_out_of_range_is_refused()
    {
        var fan = ObjectId.Parse("binaryOutput:1");
        var mode = ObjectId.Parse("multiStateValue:1");

        Assert.Equal(ErrorCode.InvalidDataType, Write(Valve, BacnetValue.Unsigned(1)));
        Assert.Equal(ErrorCode.InvalidDataType, Write(Valve, BacnetValue.Double(1)));
        Assert.Equal(ErrorCode.ValueOutOfRange, Write(Valve, BacnetValue.Real(float.NaN)));
        Assert.Equal(ErrorCode.InvalidDataType, Write(fan, BacnetValue.Boolean(true)));
        Assert.Equal(ErrorCode.ValueOutOfRange, Write(fan, BacnetValue.Enumerated(2)));
        Assert.Equal(ErrorCode.ValueOutOfRange, Write(mode, BacnetValue.Unsigned(0)));
        Assert.Equal(ErrorCode.ValueOutOfRange, Write(mode, BacnetValue.Unsigned(6)));
        Assert.Equal(ErrorCode.InvalidDataType, WriteProperty(Sensor, PropertyId.OutOfService, BacnetValue.Unsigned(1)));
        Assert.Equal(ErrorCode.InvalidDataType, WriteProperty(Sensor, PropertyId.CovIncrement, BacnetValue.Unsigned(1)));
        Assert.Equal(ErrorCode.ValueOutOfRange, WriteProperty(Sensor, PropertyId.CovIncrement, BacnetValue.Real(-1)));
        Assert.All(Read(Valve, PropertyId.PriorityArray).Elements, command => Assert.Equal(BacnetValue.Null, command));
    }

    [Fact] // table 19-1: priority 6 is kept for minimum on and off times
    public void Nobody_commands_at_priority_6() =>
        Assert.Equal(ErrorCode.WriteAccessDenied, Write(Valve, BacnetValue.Real(1), priority: 6));

    [Theory]
    [InlineData("analogOutput:1", PropertyId.ObjectName, null, ErrorCode.WriteAccessDenied)]
    [InlineData("analogOutput:1", PropertyId.PriorityArray, 8u, ErrorCode.WriteAccessDenied)]
    [InlineData("analogOutput:1", PropertyId.RelinquishDefault, null, ErrorCode.WriteAccessDenied)]
    [InlineData("analogOutput:1", PropertyId.PresentValue, 1u, ErrorCode.PropertyIsNotAnArray)]
    [InlineData("analogOutput:1", PropertyId.StateText, null, ErrorCode.UnknownProperty)]
    [InlineData("device:1000", PropertyId.ObjectName, null, ErrorCode.WriteAccessDenied)]
    [InlineData("device:1000", PropertyId.PresentValue, null, ErrorCode.UnknownProperty)]
    [InlineData("analogOutput:999", PropertyId.PresentValue, null, ErrorCode.UnknownObject)]
    public void What_cannot_be_written_is_refused_with_the_right_code(string id, PropertyId property, uint? index, ErrorCode code) =>
        Assert.Equal(code, _device.Write(new(ObjectId.Parse(id), property, index), BacnetValue.Real(1), null)?.Code);

    [Fact]
    public void The_cov_increment_is_kept()
    {
        Assert.Null(WriteProperty(Sensor, PropertyId.CovIncrement, BacnetValue.Real(0.5f)));
        Assert.Equal(0.5f, Read(Sensor, PropertyId.CovIncrement).AsReal);
    }

    [Fact]
    public void A_reset_forgets_commands_and_puts_points_in_service()
    {
        Write(Valve, BacnetValue.Real(1), priority: 1);
        WriteProperty(Sensor, PropertyId.OutOfService, BacnetValue.Boolean(true));

        _device.Reset();

        Assert.Equal(_device.SignalOf(Valve).At(_clock.Tick), Read(Valve, PropertyId.PresentValue));
        Assert.False(Read(Sensor, PropertyId.OutOfService).AsBoolean);
    }

    private BacnetValue Read(ObjectId id, PropertyId property, uint? index = null) => _device.Read(new(id, property, index)).Value;

    private ErrorCode? Write(ObjectId id, BacnetValue value, byte? priority = null) => _device.Write(new(id, PropertyId.PresentValue), value, priority)?.Code;

    private ErrorCode? WriteProperty(ObjectId id, PropertyId property, BacnetValue value) => _device.Write(new(id, property), value, null)?.Code;

    /// <summary>A value that a test's name can show.</summary>
    public sealed record BacnetValueText(BacnetValue Value)
    {
        public override string ToString() => $"{Value.Kind} {Value}";
    }
}
