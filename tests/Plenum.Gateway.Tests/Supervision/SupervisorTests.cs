using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Plenum.Gateway.Supervision;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Supervision;

public sealed class SupervisorTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly LogRecorder<Supervisor> _log = new();
    private readonly ConcurrentQueue<ExitReason> _processEnds = [];
    private readonly Supervisor _supervisor;

    public SupervisorTests() => _supervisor = new(new SupervisorOptions(), _time, _log, _processEnds.Enqueue);

    public async ValueTask DisposeAsync()
    {
        // Lets the allowance for parts that do not stop run out.
        var stopped = _supervisor.DisposeAsync().AsTask();
        await Wait.UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            return stopped.IsCompleted;
        });
    }

    [Fact]
    public async Task A_part_is_starting_until_its_first_beat_and_then_runs()
    {
        var beat = new TaskCompletionSource();
        var part = _supervisor.Start("uplink", async (context, stop) =>
        {
            await beat.Task;
            context.Beat();
            await Forever(stop);
        });
        Assert.Equal((PartState.Starting, HealthLevel.Yellow, null), (part.Health.State, part.Health.Level, part.Health.LastBeat));

        var start = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromSeconds(3));
        beat.SetResult();
        await Wait.UntilAsync(() => part.Health.State == PartState.Running);
        _time.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(new("uplink", PartState.Running, start, start.AddSeconds(3), 0, null, default), part.Health);
        Assert.Equal(HealthLevel.Ok, _supervisor.Health.Overall);
    }

    [Fact]
    public async Task A_part_that_throws_is_restarted_after_a_tenth_of_a_second()
    {
        var flaky = await StartFlakyAsync();
        flaky.Fail("no route to host");
        await Wait.UntilAsync(() => flaky.Part.Health.State == PartState.Restarting);
        Assert.Equal((1, "no route to host", HealthLevel.Yellow), (flaky.Part.Health.Restarts, flaky.Part.Health.LastError, flaky.Part.Health.Level));

        _time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.Equal(1, flaky.Runs);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await Wait.UntilAsync(() => flaky.Runs == 2 && flaky.Part.Health.State == PartState.Running);

        Assert.Equal((1, HealthLevel.Ok), (_log.Count(4400), flaky.Part.Health.Level));
    }

    [Fact]
    public async Task A_part_that_just_ends_has_failed()
    {
        var flaky = await StartFlakyAsync();

        flaky.End();
        await Wait.UntilAsync(() => flaky.Part.Health.State == PartState.Restarting);

        Assert.Equal("it ended although nobody had asked it to", flaky.Part.Health.LastError);
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_a_failure()
    {
        var flaky = await StartFlakyAsync();

        flaky.Fail(new OperationCanceledException("a time-out inside"));

        await Wait.UntilAsync(() => flaky.Part.Health.State == PartState.Restarting);
    }

    [Fact]
    public async Task The_fourth_failure_in_a_minute_stops_everything_with_exit_code_70()
    {
        var flaky = await StartFlakyAsync();
        var other = await StartFlakyAsync("other");
        for (var restart = 1; restart <= 3; restart++) await FailAndRestartAsync(flaky, restart);

        flaky.Fail("the last straw");
        var reason = await _supervisor.Completion.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new(ExitCode.PartFailed, "The part 'flaky' failed again and again, at last with: the last straw"), reason);
        Assert.Equal(70, (int)reason.Code);
        Assert.Equal((PartState.Failed, PartState.Stopped), (flaky.Part.Health.State, other.Part.Health.State));
        Assert.Equal(HealthLevel.Red, _supervisor.Health.Overall);
        Assert.Equal((3, 1), (_log.Count(4400), _log.Count(4401)));
        Assert.Empty(_processEnds);
    }

    [Fact]
    public async Task A_minute_of_running_well_gives_the_restarts_back()
    {
        var flaky = await StartFlakyAsync();
        for (var restart = 1; restart <= 3; restart++) await FailAndRestartAsync(flaky, restart);

        _time.Advance(TimeSpan.FromMinutes(1));
        await FailAndRestartAsync(flaky, 4);

        Assert.Equal((4, PartState.Running), (flaky.Part.Health.Restarts, flaky.Part.Health.State));
        Assert.False(_supervisor.Completion.IsCompleted);
    }

    [Fact]
    public async Task A_part_that_fails_leaves_the_others_alone()
    {
        var other = await StartFlakyAsync("other");
        var flaky = await StartFlakyAsync();

        await FailAndRestartAsync(flaky, 1);

        Assert.Equal((1, PartState.Running), (other.Runs, other.Part.Health.State));
    }

    [Fact]
    public async Task Stopping_is_not_a_failure()
    {
        var flaky = await StartFlakyAsync();

        await _supervisor.StopAsync();

        Assert.Equal(ExitCode.Stopped, (await _supervisor.Completion).Code);
        Assert.Equal((PartState.Stopped, null), (flaky.Part.Health.State, flaky.Part.Health.LastError));
        Assert.Equal(0, _log.Count(4400));
    }

    [Fact]
    public async Task Stopping_does_not_wait_for_a_restart_that_is_due()
    {
        var flaky = await StartFlakyAsync();
        flaky.Fail("once");
        await Wait.UntilAsync(() => flaky.Part.Health.State == PartState.Restarting);

        await _supervisor.StopAsync();

        Assert.Equal((1, PartState.Stopped), (flaky.Runs, flaky.Part.Health.State));
    }

    [Fact]
    public async Task One_part_is_stopped_alone_and_its_name_is_free_again()
    {
        var first = await StartFlakyAsync("bacnet");
        var other = await StartFlakyAsync("other");
        await Assert.ThrowsAsync<ArgumentException>(() => StartFlakyAsync("bacnet"));

        await _supervisor.StopAsync(first.Part);
        Assert.Equal(["other"], _supervisor.Health.Parts.Select(part => part.Name));
        await StartFlakyAsync("bacnet");

        Assert.Equal(["bacnet", "other"], _supervisor.Health.Parts.Select(part => part.Name));
        Assert.False(_supervisor.Completion.IsCompleted);
        Assert.Equal(0, other.Part.Health.Restarts);
    }

    [Fact]
    public async Task A_part_that_does_not_stop_is_named_and_not_waited_for()
    {
        _supervisor.Start("deaf", (_, _) => Task.Delay(Timeout.Infinite, CancellationToken.None));

        var stopping = _supervisor.StopAsync();
        await Wait.UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            return stopping.IsCompleted;
        });

        Assert.Equal("The part 'deaf' did not stop within 00:00:08", Assert.Single(_log.Entries, entry => entry.Level >= LogLevel.Warning).Text);
        await Assert.ThrowsAsync<InvalidOperationException>(() => StartFlakyAsync());
    }

    [Fact]
    public async Task A_part_that_does_not_stop_when_it_is_stopped_alone_is_not_waited_for_either_and_stays_on_the_board()
    {
        var deaf = _supervisor.Start("deaf", (_, _) => Task.Delay(Timeout.Infinite, CancellationToken.None));

        var stopping = _supervisor.StopAsync(deaf);
        await Wait.UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            return stopping.IsCompleted;
        });

        Assert.Equal("The part 'deaf' did not stop within 00:00:08", Assert.Single(_log.Entries, entry => entry.Level >= LogLevel.Warning).Text);
        Assert.Equal(["deaf"], _supervisor.Health.Parts.Select(part => part.Name));
    }

    [Fact]
    public async Task What_a_part_says_of_itself_colours_the_whole_and_is_logged_once()
    {
        PartContext? context = null;
        await StartFlakyAsync("other");
        _supervisor.Start("uplink", (given, stop) =>
        {
            given.Beat();
            Volatile.Write(ref context, given);
            return Forever(stop);
        });
        await Wait.UntilAsync(() => _supervisor.Health.Parts.All(part => part.State == PartState.Running));

        for (var times = 0; times < 3; times++) context!.Report(HealthLevel.Yellow, $"the server refuses us ({times})");
        Assert.Equal(HealthLevel.Yellow, _supervisor.Health.Overall);
        Assert.Equal(new(HealthLevel.Yellow, "the server refuses us (2)"), _supervisor.Health.Parts.Single(part => part.Name == "uplink").Status);

        context!.Report(HealthLevel.Ok);
        Assert.Equal(HealthLevel.Ok, _supervisor.Health.Overall);
        Assert.Equal([4406, 4405], _log.Entries.Select(entry => entry.Id).Where(id => id is 4405 or 4406 or 4407));
    }

    private static Task Forever(CancellationToken stop) => Task.Delay(Timeout.Infinite, stop);

    private async Task<Flaky> StartFlakyAsync(string name = "flaky")
    {
        var flaky = new Flaky(_supervisor, name);
        await Wait.UntilAsync(() => flaky.Runs == 1);
        return flaky;
    }

    private async Task FailAndRestartAsync(Flaky flaky, int restart)
    {
        flaky.Fail($"failure {restart}");
        await Wait.UntilAsync(() => flaky.Part.Health.State == PartState.Restarting);
        _time.Advance(TimeSpan.FromSeconds(5));
        await Wait.UntilAsync(() => flaky.Runs == restart + 1 && flaky.Part.Health.State == PartState.Running);
    }

    /// <summary>A part that does what the test tells it.</summary>
    private sealed class Flaky
    {
        private volatile TaskCompletionSource _outcome = new();
        private int _runs;

        public Flaky(Supervisor supervisor, string name) => Part = supervisor.Start(name, RunAsync);

        public Part Part { get; }

        public int Runs => Volatile.Read(ref _runs);

        public void Fail(string error) => Fail(new InvalidOperationException(error));

        public void Fail(Exception error) => Renew().SetException(error);

        public void End() => Renew().SetResult();

        private TaskCompletionSource Renew() => Interlocked.Exchange(ref _outcome, new());

        private Task RunAsync(PartContext context, CancellationToken stop)
        {
            var outcome = _outcome;
            context.Beat();
            Interlocked.Increment(ref _runs);
            return outcome.Task.WaitAsync(stop);
        }
    }
}
