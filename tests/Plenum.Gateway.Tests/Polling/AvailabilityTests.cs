using Plenum.Gateway.Model;
using Plenum.Gateway.Polling;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>What polls make of a device's status.</summary>
public sealed class AvailabilityTests
{
    private static readonly PollReport Complete = new(Points: 40, Refused: 0, IsComplete: true, IsLate: false);

    private readonly VirtualTime _time = new();
    private readonly Availability _availability;

    public AvailabilityTests() => _availability = new(_time, TimeSpan.FromSeconds(5));

    private DeviceStatus Status => _availability.Now.Status;

    [Fact]
    public void A_device_is_starting_until_its_first_answer_and_online_from_then_on()
    {
        Assert.Equal((DeviceStatus.Starting, "not asked yet"), (Status, _availability.Now.Why));

        Assert.True(_availability.OnAnswered(Complete, null));
        Assert.False(_availability.OnAnswered(Complete, null));

        Assert.Equal((DeviceStatus.Online, "answers"), (Status, _availability.Now.Why));
    }

    [Fact]
    public void A_single_poll_that_is_late_or_incomplete_changes_nothing()
    {
        _availability.OnAnswered(Complete, null);
        foreach (var poll in (PollReport[])[Complete with { IsLate = true }, Complete, Complete with { IsComplete = false }, Complete]) Assert.False(_availability.OnAnswered(poll, null));
        Assert.Equal(DeviceStatus.Online, Status);
    }

    [Fact]
    public void Two_in_a_row_make_it_degraded_and_a_complete_one_online_again()
    {
        _availability.OnAnswered(Complete, null);
        Assert.False(_availability.OnAnswered(Complete with { IsComplete = false }, null));
        Assert.True(_availability.OnAnswered(Complete with { IsComplete = false }, null));
        Assert.Equal((DeviceStatus.Degraded, "device-degraded: it answers, but its polls are incomplete: not every point is answered before the next poll is due"), (Status, _availability.Now.Why));

        Assert.True(_availability.OnAnswered(Complete, null));
        Assert.Equal(DeviceStatus.Online, Status);
    }

    [Fact]
    public void Polls_that_overrun_their_period_say_so()
    {
        _availability.OnAnswered(Complete with { IsLate = true }, null);
        _availability.OnAnswered(Complete with { IsLate = true }, null);

        Assert.Equal("device-degraded: it answers, but its polls take longer than their period of 5 s. Give it a longer pollPeriod", _availability.Now.Why);
    }

    [Fact]
    public void A_refused_point_makes_it_degraded_at_once_and_a_new_reason_is_no_new_status()
    {
        Assert.True(_availability.OnAnswered(Complete with { Refused = 1 }, "timeseries[3]: unknown-object"));
        var since = _availability.Now.Since;
        _time.Step(TimeSpan.FromMinutes(1));

        Assert.False(_availability.OnAnswered(Complete with { Refused = 2 }, "timeseries[3]: unknown-object; timeseries[4]: unknown-object"));

        Assert.Equal((DeviceStatus.Degraded, since), (Status, _availability.Now.Since));
        Assert.StartsWith("device-degraded: it answers, but it refuses 2 of 40 points: timeseries[3]: unknown-object; timeseries[4]", _availability.Now.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Since_is_the_time_of_the_last_change_of_status()
    {
        _availability.OnAnswered(Complete, null);
        _time.Step(TimeSpan.FromMinutes(10));

        Assert.True(_availability.Become(DeviceStatus.Offline, "device-silent: gone"));

        Assert.Equal(_time.GetUtcNow(), _availability.Now.Since);
    }
}
