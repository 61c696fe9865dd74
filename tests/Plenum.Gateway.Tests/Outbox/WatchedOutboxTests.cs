using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Time.Testing;
using Plenum.Gateway.Outbox;
using Plenum.Gateway.Supervision;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Outbox;

/// <summary>The outbox's writer under supervision: that it hangs or fails does not stay a secret.</summary>
public sealed class WatchedOutboxTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LogRecorder<Supervisor> _log = new();
    private readonly ConcurrentQueue<ExitReason> _processEnds = [];
    private readonly TroubledTime _time = new();
    private readonly Supervisor _supervisor;
    private readonly SqliteOutbox _outbox;
    private readonly Part _part;

    public WatchedOutboxTests()
    {
        _supervisor = new(new SupervisorOptions { HasWatchThread = false }, _time, _log, _processEnds.Enqueue);
        _outbox = SqliteOutbox.Open(_folder.Path, Messages.Ample, _time, new LogRecorder<SqliteOutbox>());
        _part = _supervisor.Start("outbox", (part, cancel) => _outbox.WatchAsync(part.Beat, cancel), TimeSpan.FromSeconds(120));
    }

    public async ValueTask DisposeAsync()
    {
        _time.LetGo();
        await _supervisor.DisposeAsync();
        await _outbox.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_writer_with_nothing_to_do_is_well_for_ever()
    {
        await PassAsync(seconds: 600);

        Assert.Equal((HealthLevel.Ok, 0), (_part.Health.Level, _processEnds.Count));
    }

    [Fact]
    public async Task A_writer_that_is_slow_but_gets_on_is_not_stuck()
    {
        for (var n = 0; n < 8; n++)
        {
            _time.HoldWriter();
            var store = _outbox.StoreAsync(Messages.Number(n, _time), CancellationToken.None).AsTask();
            await PassAsync(seconds: 50);
            Assert.False(store.IsCompleted);
            _time.LetGo();
            await store;
            await PassAsync(seconds: 4);
        }

        Assert.Empty(_processEnds);
        Assert.Equal(8, _outbox.State.Waiting);
    }

    [Fact]
    public async Task A_writer_that_hangs_in_a_commit_turns_health_yellow_and_red_and_then_ends_the_process()
    {
        _time.HoldWriter();
        _ = _outbox.StoreAsync(Messages.Number(1, _time), CancellationToken.None).AsTask();
        await Wait.UntilAsync(() => _time.IsHeld);
        await PassAsync(seconds: 70);
        Assert.Equal((HealthLevel.Yellow, 0), (_part.Health.Level, _processEnds.Count));
        await PassAsync(seconds: 30);
        Assert.Equal((HealthLevel.Red, 0), (_part.Health.Level, _processEnds.Count));
        await PassAsync(seconds: 30);

        Assert.Equal("The part 'outbox' is stuck: no sign of progress for 120 s.", Assert.Single(_processEnds).Explanation);
    }

    [Fact]
    public async Task A_mistake_in_the_writer_is_told_to_the_storer_and_to_the_supervisor_and_the_next_message_is_stored()
    {
        _time.FailWriter(times: 1);
        var refusal = await Assert.ThrowsAsync<OutboxException>(() => _outbox.StoreAsync(Messages.Number(1, _time), CancellationToken.None).AsTask());
        Assert.Contains("by a mistake of this program (planted)", refusal.Message, StringComparison.Ordinal);
        await Wait.UntilAsync(() => _part.Health.Restarts == 1);

        await _outbox.StoreAsync(Messages.Number(2, _time), CancellationToken.None);
        await Wait.UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            return _part.Health.State == PartState.Running;
        });
        Assert.Contains(2, _outbox.Numbers());
    }

    [Fact]
    public async Task A_mistake_that_comes_again_and_again_ends_the_gateway_with_70()
    {
        _time.FailWriter(times: int.MaxValue);
        await Wait.UntilAsync(() =>
        {
            _ = _outbox.StoreAsync(Messages.Number(1, _time), CancellationToken.None).AsTask();
            _time.Advance(TimeSpan.FromMilliseconds(100));
            return _supervisor.Completion.IsCompleted;
        });

        var reason = await _supervisor.Completion;
        Assert.Equal((ExitCode.PartFailed, 3), (reason.Code, _part.Health.Restarts));
        Assert.Contains("planted", reason.Explanation, StringComparison.Ordinal);
        _time.FailWriter(times: 0);
    }

    /// <summary>Lets time pass, with a look every second, and gives the part the time to run in between.</summary>
    private async Task PassAsync(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            await Wait.UntilAsync(() => _part.Health.State != PartState.Running || _time.Sleepers > 0);
            _supervisor.Watchdog.Look();
            _time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>A clock at whose sight the writer hangs or fails, as it may at a disk or at a line of its own.</summary>
    [SuppressMessage("Design", "CA1001", Justification = "An event without a wait handle holds nothing that needs disposal.")]
    private sealed class TroubledTime() : FakeTimeProvider(new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero))
    {
        private readonly ManualResetEventSlim _go = new(initialState: true);
        private int _failures;
        private int _sleepers;
        private volatile bool _isHeld;

        public bool IsHeld => _isHeld;

        /// <summary>Sleeps that have not ended.</summary>
        public int Sleepers => Volatile.Read(ref _sleepers);

        public void HoldWriter() => _go.Reset();

        public void LetGo() => _go.Set();

        public void FailWriter(int times) => Volatile.Write(ref _failures, times);

        public override long GetTimestamp()
        {
            if (Thread.CurrentThread.Name == "outbox writer")
            {
                _isHeld = !_go.IsSet;
                _go.Wait();
                if (Volatile.Read(ref _failures) > 0)
                {
                    Interlocked.Decrement(ref _failures);
                    throw new InvalidOperationException("planted");
                }
            }
            return base.GetTimestamp();
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (state is not Task) return base.CreateTimer(callback, state, dueTime, period);
            Interlocked.Increment(ref _sleepers);
            return base.CreateTimer(given =>
            {
                Interlocked.Decrement(ref _sleepers);
                callback(given);
            }, state, dueTime, period);
        }
    }
}
