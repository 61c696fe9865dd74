using Plenum.Bacnet.Simulator.Faults;

namespace Plenum.Bacnet.Simulator.Tests.Faults;

public sealed class ScenarioTests
{
    [Fact]
    public void Steps_are_read_and_put_in_order_of_time()
    {
        var steps = Scenario.Parse("""
            [ // what happens to the building
              { "at": "20s", "device": "1000-1010", "loss": 30, "delay": "50ms", "jitter": "20ms", "duplicates": 5 },
              { "at": "1.5s", "device": 1003, "silent": true },
              { "at": "2m", "device": "*", "restart": "5s" },
              { "at": "1h", "device": "7,9", "healthy": true },
            ]
            """);

        Assert.Equal([1.5, 20, 120, 3600], steps.Select(step => step.At.TotalSeconds));
        Assert.Equal(new FaultChange { Silent = true }, steps[0].Change);
        Assert.True(steps[0].Devices.Contains(1003));
        Assert.False(steps[0].Devices.Contains(1004));
        Assert.Equal(new FaultChange { LossPercent = 30, Delay = TimeSpan.FromMilliseconds(50), Jitter = TimeSpan.FromMilliseconds(20), DuplicatePercent = 5 }, steps[1].Change);
        Assert.Equal(TimeSpan.FromSeconds(5), steps[2].Change.Restart);
        Assert.True(steps[3].Devices.Contains(9));
        Assert.False(steps[3].Devices.Contains(8));
    }

    [Fact]
    public void A_change_leaves_what_it_does_not_name()
    {
        var before = new FaultProfile { LossPercent = 10, Silent = true };

        Assert.Equal(before with { Delay = TimeSpan.FromSeconds(1) }, new FaultChange { Delay = TimeSpan.FromSeconds(1) }.ApplyTo(before));
        Assert.Equal(FaultProfile.Healthy, new FaultChange { Healthy = true }.ApplyTo(before));
        Assert.Equal(new FaultProfile { LossPercent = 5 }, new FaultChange { Healthy = true, LossPercent = 5 }.ApplyTo(before));
    }

    [Theory]
    [InlineData("""[ { "at": "10x", "device": 1, "silent": true } ]""", "$[0].at: \"10x\" is not a duration: write a number and its unit, as in 500ms, 10s, 2m or 1h")]
    [InlineData("""[ { "device": 1, "silent": true } ]""", "$[0].at is missing: write a number and its unit, as in 500ms, 10s, 2m or 1h")]
    [InlineData("""[ { "at": "1s", "silent": true } ]""", "$[0].device is missing, or neither a number nor a text")]
    [InlineData("""[ { "at": "1s", "device": "10-5", "silent": true } ]""", "$[0].device: \"10-5\" names no devices: write instances and ranges")]
    [InlineData("""[ { "at": "1s", "device": 4194303, "silent": true } ]""", "$[0].device: \"4194303\" names no devices")]
    [InlineData("""[ { "at": "1s", "device": "*", "loss": 101 } ]""", "$[0].loss: 101 is not a percentage: write a number of 0 to 100")]
    [InlineData("""[ { "at": "1s", "device": "*" } ]""", "$[0] changes nothing: add one of at, device")]
    [InlineData("""[ { "at": "1s", "device": "*", "los": 1 } ]""", "$[0].los (line 1): a step has no such member")]
    [InlineData("""[ { "at": "1s", "device": "*", "loss": "1" } ]""", "$[0].loss (line 1): a step has no such member, or the value is not of its kind")]
    [InlineData("""[ { "at": 1, "device": "*", "loss": 1 } ]""", "$[0].at (line 1)")]
    [InlineData("""{ "at": "1s" }""", "$ (line 1): this is not a list of steps")]
    [InlineData("""[ null ]""", "$[0].at is missing")]
    [InlineData("", "$ (line 1): this is not a list of steps")]
    public void What_is_wrong_is_named_with_its_path_and_its_cure(string json, string message) =>
        Assert.Contains(message, Assert.Throws<ScenarioException>(() => Scenario.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_problem_is_told_at_once()
    {
        var bad = Assert.Throws<ScenarioException>(() => Scenario.Parse("""[ { "at": "x", "device": true, "loss": -1 }, { "at": "1s", "device": 1, "restart": "soon" } ]"""));

        Assert.Equal(["$[0].loss", "$[0].at", "$[0].device", "$[1].restart"], bad.Problems.Select(problem => problem.Split(' ', ':')[0]));
    }

    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("10s", 10)]
    [InlineData("1.5 s", 1.5)]
    [InlineData("2m", 120)]
    [InlineData("1H", 3600)]
    [InlineData("3d", 259200)]
    [InlineData("0", 0)]
    public void A_duration_is_a_number_and_its_unit(string text, double seconds)
    {
        Assert.True(DurationText.TryParse(text, out var duration));
        Assert.Equal(seconds, duration.TotalSeconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("s")]
    [InlineData("-1s")]
    [InlineData("1e9h")]
    [InlineData("25d")]
    [InlineData("99999999h")]
    [InlineData("NaNs")]
    public void Anything_else_is_no_duration(string text) => Assert.False(DurationText.TryParse(text, out _));

    [Theory]
    [InlineData("*", "*")]
    [InlineData("1003", "1003")]
    [InlineData(" 1003, 1010 - 1020,", "1003,1010-1020")]
    [InlineData("", "")]
    public void A_set_of_instances_is_written_as_it_is_read(string text, string written)
    {
        Assert.True(InstanceSet.TryParse(text, out var set));
        Assert.Equal(written, set.ToString());
    }
}
