using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Signals;

namespace Plenum.Bacnet.Simulator.Tests.Signals;

public sealed class SignalTests
{
    private static readonly SignalShape Temperature = SignalShape.Analog(14, 23);

    [Fact] // written down once: they must be the same on every machine and in every version
    public void The_values_of_a_seed_are_the_same_for_ever()
    {
        var analog = new Signal(1, 1000, ObjectId.Parse("analogInput:1"), Temperature);
        var binary = new Signal(1, 1000, ObjectId.Parse("binaryInput:1"), SignalShape.Binary);
        var states = new Signal(1, 1000, ObjectId.Parse("multiStateInput:1"), SignalShape.MultiState(4));

        Assert.Equal("21.512608 21.259323 21.935616 23.10146 22.730507", Series(analog));
        Assert.Equal("0 0 0 1 0", Series(binary));
        Assert.Equal("4 4 4 1 3", Series(states));

        static string Series(Signal signal) => string.Join(' ', new long[] { 0, 1, 2, 1000, 1_000_000 }.Select(tick => signal.At(tick)));
    }

    [Fact]
    public void Seed_device_object_and_tick_each_make_another_value()
    {
        var point = ObjectId.Parse("analogValue:7");
        BacnetValue[] values =
        [
            new Signal(1, 1000, point, Temperature).At(50),
            new Signal(2, 1000, point, Temperature).At(50),
            new Signal(1, 1001, point, Temperature).At(50),
            new Signal(1, 1000, ObjectId.Parse("analogValue:8"), Temperature).At(50),
            new Signal(1, 1000, point, Temperature).At(51),
        ];

        Assert.Equal(values.Length, values.Distinct().Count());
    }

    [Theory]
    [InlineData(14, 23, 0)]
    [InlineData(0, 63, 0)]
    [InlineData(0, 63, 16)]
    [InlineData(25, 60, 4)]
    [InlineData(7, 7, -3)]
    public void An_analog_value_tells_its_tick_and_keeps_to_its_range(int low, int high, int exponent)
    {
        var signal = new Signal(9, 12, new(5), SignalShape.Analog(low, high, exponent));
        var levels = new HashSet<int>();
        for (long tick = 0; tick < 40_000; tick += 3)
        {
            var value = signal.At(tick).AsReal;
            levels.Add((int)Math.Floor(Math.ScaleB(value, -exponent)));
            Assert.Equal(tick, signal.TickOf(value, near: tick + 5000));
            Assert.Equal(tick, signal.TickOf(value, near: Math.Max(0, tick - 5000)));
        }

        Assert.Equal(low, levels.Min());
        Assert.Equal(high, levels.Max());
    }

    [Fact]
    public void A_wave_has_no_jumps()
    {
        var signal = new Signal(3, 4, new(5), SignalShape.Analog(0, 63));
        var levels = Enumerable.Range(0, 40_000).Select(tick => (int)signal.At(tick).AsReal).ToList();

        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, -1, 1));
    }

    [Fact]
    public void The_value_of_another_point_is_almost_never_taken_for_ones_own()
    {
        const int points = 300, window = 100;
        var signals = Enumerable.Range(1, points).Select(i => new Signal(1, 1000, new(ObjectType.AnalogInput, (uint)i), Temperature)).ToList();
        var mistaken = 0;
        foreach (var mine in signals)
            foreach (var other in signals)
                if (!mine.Equals(other) && mine.Has(other.At(20_000), 20_000 - window, 20_000)) mistaken++;

        // 300 * 299 pairs * 101 ticks / 2^18 * (the chance of an equal level, about a sixth): 5 or so
        Assert.InRange(mistaken, 0, 15);
    }

    [Fact]
    public void An_older_value_is_known_as_such()
    {
        var signal = new Signal(1, 1000, ObjectId.Parse("analogInput:3"), Temperature);

        Assert.True(signal.Has(signal.At(5000), 4990, 5000));
        Assert.False(signal.Has(signal.At(4989), 4990, 5000));
        Assert.False(signal.Has(signal.At(5001), 4990, 5000));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(-1f)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(1e30f)]
    [InlineData(0.1f)]
    public void A_value_that_the_signal_never_has_has_no_tick(float value) =>
        Assert.Null(new Signal(1, 1000, ObjectId.Parse("analogInput:3"), Temperature).TickOf(value, near: 100));

    [Fact]
    public void A_value_of_another_kind_is_never_ones_own() =>
        Assert.False(new Signal(1, 1, new(1), SignalShape.Binary).Has(BacnetValue.Unsigned(1), 0, 1000));

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void States_stay_a_while_and_each_has_its_turn(int states)
    {
        var signal = new Signal(1, 1, new(1), SignalShape.MultiState(states));
        var series = Enumerable.Range(0, 20_000).Select(tick => signal.At(tick).AsUnsigned).ToList();

        Assert.Equal(Enumerable.Range(1, states).Select(state => (ulong)state), series.Distinct().Order());
        Assert.InRange(series.Zip(series.Skip(1)).Count(pair => pair.First != pair.Second), 50, 20_000 / 32);
        Assert.True(signal.Has(BacnetValue.Unsigned(series[700]), 700, 700));
    }

    [Fact]
    public void A_binary_signal_is_inactive_and_active_about_as_often()
    {
        var signal = new Signal(1, 1, new(1), SignalShape.Binary);
        Assert.InRange(Enumerable.Range(0, 100_000).Count(tick => signal.At(tick).AsEnumerated == 1), 40_000, 60_000);
    }
}
