using Plenum.Gateway.Polling;

namespace Plenum.Gateway.Tests.Polling;

public sealed class PollScheduleTests
{
    private readonly PollSchedule _schedule = new(Seconds(10), period: Seconds(4), phase: 0.25);

    [Fact]
    public void Polls_are_due_on_a_grid_that_begins_at_the_phase()
    {
        List<double> due = [];
        for (var i = 0; i < 4; i++)
        {
            due.Add(_schedule.NextDue.TotalSeconds);
            Assert.Equal(1, _schedule.Take(_schedule.NextDue));
        }
        Assert.Equal([11, 15, 19, 23], due);
    }

    [Fact]
    public void A_late_poll_does_not_shift_the_ones_after_it()
    {
        Assert.Equal(1, _schedule.Take(Seconds(14.9)));

        Assert.Equal(Seconds(15), _schedule.NextDue);
    }

    [Theory]
    [InlineData(15, 2)]
    [InlineData(18.999, 2)]
    [InlineData(19, 3)]
    [InlineData(411, 101)]
    public void Every_poll_that_was_missed_counts_as_due(double now, long due)
    {
        Assert.Equal(due, _schedule.Take(Seconds(now)));

        Assert.Equal(due, _schedule.Next);
        Assert.True(_schedule.NextDue > Seconds(now));
    }

    [Fact] // timers go off up to a millisecond early
    public void A_poll_that_is_taken_a_little_early_is_that_poll()
    {
        _schedule.Take(Seconds(11));

        Assert.Equal(1, _schedule.Take(Seconds(14.9995)));
        Assert.Equal(Seconds(19), _schedule.NextDue);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(50)]
    [InlineData(1000)]
    public void Any_number_of_devices_is_spread_over_the_period_without_a_large_gap(int devices)
    {
        double[] phases = [.. Enumerable.Range(0, devices).Select(PollSchedule.Phase).Order()];

        Assert.All(phases, phase => Assert.InRange(phase, 0, 1));
        double[] gaps = [.. phases.Zip(phases.Skip(1).Append(1 + phases[0]), (one, next) => next - one)];
        Assert.True(gaps.Max() * devices < 2, $"the largest gap is {gaps.Max() * devices:F2} times the even one");
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
