using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Plenum.Gateway.Supervision;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Supervision;

public sealed class WatchdogTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly LogRecorder<Supervisor> _log = new();
    private readonly ConcurrentQueue<ExitReason> _processEnds = [];
    private readonly Supervisor _supervisor;

    public WatchdogTests() => _supervisor = new(new SupervisorOptions(), _time, _log, _processEnds.Enqueue);

    public ValueTask DisposeAsync() => _supervisor.DisposeAsync();

    [Fact]
    public async Task A_part_that_is_silent_for_its_allowed_time_is_stuck_and_ends_the_process_with_71()
    {
        var (part, context) = await StartAsync(TimeSpan.FromSeconds(30));
        context.Beat();

        Watch(seconds: 29);
        Assert.Empty(_processEnds);
        Watch(seconds: 2);

        var reason = Assert.Single(_processEnds);
        Assert.Equal(new(ExitCode.PartStuck, "The part 'polling' is stuck: no sign of progress for 30 s."), reason);
        Assert.Equal(71, (int)reason.Code);
        Assert.Equal((PartState.Stuck, HealthLevel.Red), (part.Health.State, _supervisor.Health.Overall));
        Assert.Equal(1, _log.Count(4402));
        Assert.Equal(reason, await _supervisor.Completion);
    }

    [Fact]
    public async Task Before_a_silent_part_ends_the_process_it_is_yellow_and_then_red_and_says_since_when_and_until_when()
    {
        var (part, context) = await StartAsync(TimeSpan.FromSeconds(60));
        Watch(seconds: 29);
        Assert.Equal((HealthLevel.Ok, null), (part.Health.Level, part.Health.Status.Reason));

        Watch(seconds: 1);
        Assert.Equal((PartState.Running, HealthLevel.Yellow), (part.Health.State, _supervisor.Health.Overall));
        Assert.Equal("no sign of progress for 30 s; at 60 s the process is ended, so that it begins afresh", part.Health.Status.Reason);

        Watch(seconds: 14);
        Assert.Equal(HealthLevel.Yellow, part.Health.Level);
        Watch(seconds: 1);
        Assert.Equal((PartState.Running, HealthLevel.Red), (part.Health.State, _supervisor.Health.Overall));
        Assert.Equal("no sign of progress for 45 s; at 60 s the process is ended, so that it begins afresh", part.Health.Status.Reason);

        context.Beat();
        Watch(seconds: 1);
        Assert.Equal((HealthLevel.Ok, null), (part.Health.Level, part.Health.Status.Reason));
        Assert.Empty(_processEnds);
        Assert.Equal([4408, 4409, 4410], _log.Entries.Select(entry => entry.Id).Where(id => id is >= 4405 and <= 4410));
    }

    [Fact]
    public async Task Silence_does_not_hide_what_a_part_says_of_itself_when_that_is_worse()
    {
        var (part, context) = await StartAsync(TimeSpan.FromSeconds(60));
        context.Report(HealthLevel.Red, "the port is busy");

        Watch(seconds: 40);

        Assert.Equal("the port is busy", part.Health.Status.Reason);
    }

    [Fact]
    public async Task Stuck_is_told_once()
    {
        await StartAsync(TimeSpan.FromSeconds(30));

        Watch(seconds: 300);

        Assert.Single(_processEnds);
    }

    [Fact]
    public async Task A_slow_part_that_beats_is_not_stuck()
    {
        var (_, context) = await StartAsync(TimeSpan.FromSeconds(30));

        for (var round = 0; round < 10; round++)
        {
            Watch(seconds: 29);
            context.Beat();
        }

        Assert.Empty(_processEnds);
    }

    [Fact]
    public async Task A_part_that_never_beats_is_stuck_too()
    {
        await StartAsync(TimeSpan.FromSeconds(30), beats: false);

        Watch(seconds: 31);

        Assert.Single(_processEnds);
    }

    [Fact]
    public async Task A_part_that_waits_on_purpose_is_not_stuck()
    {
        var (_, context) = await StartAsync(TimeSpan.FromSeconds(30));
        var arrives = new TaskCompletionSource();
        var waiting = context.IdleAsync(arrives.Task);

        Watch(seconds: 3600);
        Assert.Empty(_processEnds);

        arrives.SetResult();
        await waiting;
        Watch(seconds: 31);
        Assert.Single(_processEnds);
    }

    [Fact]
    public async Task A_process_that_was_paused_as_a_whole_is_not_stuck()
    {
        await StartAsync(TimeSpan.FromSeconds(30));
        Watch(seconds: 10);

        _time.Advance(TimeSpan.FromHours(1));
        Watch(seconds: 15);
        Assert.Empty(_processEnds);

        Watch(seconds: 10);
        Assert.Single(_processEnds);
    }

    [Fact]
    public async Task A_part_that_waits_for_its_restart_is_not_stuck()
    {
        var part = _supervisor.Start("polling", (_, _) => throw new InvalidOperationException("at once"), TimeSpan.FromMilliseconds(1));
        await Wait.UntilAsync(() => part.Health.State == PartState.Restarting);

        _supervisor.Watchdog.Look();
        _time.Advance(TimeSpan.FromMilliseconds(50));
        _supervisor.Watchdog.Look();

        Assert.Equal(PartState.Restarting, part.Health.State);
        Assert.Empty(_processEnds);
    }

    [Fact]
    public async Task The_watchdog_has_a_thread_of_its_own()
    {
        SupervisorOptions quick = new() { AllowedSilence = TimeSpan.FromMilliseconds(50), WatchPeriod = TimeSpan.FromMilliseconds(5) };
        await using Supervisor supervisor = new(quick, TimeProvider.System, _log, _processEnds.Enqueue);

        supervisor.Start("hangs", (_, stop) => Task.Delay(Timeout.Infinite, stop));

        await Wait.UntilAsync(() => _processEnds.Any(reason => reason.Code == ExitCode.PartStuck));
    }

    private async Task<(Part Part, PartContext Context)> StartAsync(TimeSpan allowedSilence, bool beats = true)
    {
        var started = new TaskCompletionSource<PartContext>();
        var part = _supervisor.Start("polling", (context, stop) =>
        {
            if (beats) context.Beat();
            started.SetResult(context);
            return Task.Delay(Timeout.Infinite, stop);
        }, allowedSilence);
        var context = await started.Task;
        _supervisor.Watchdog.Look();
        return (part, context);
    }

    /// <summary>Lets time pass, with a look every second.</summary>
    private void Watch(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            _supervisor.Watchdog.Look();
        }
    }
}
