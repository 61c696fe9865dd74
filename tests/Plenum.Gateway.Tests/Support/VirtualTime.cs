namespace Plenum.Gateway.Tests.Support;

/// <summary>A clock that stands still until a test moves it. It knows who sleeps by it, so that a test can wait until everyone does.</summary>
internal sealed class VirtualTime : TimeProvider
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly HashSet<VirtualTimer> _armed = [];
    private long _now;
    private long _setBy;
    private long _sequence;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public TimeSpan Now => new(GetTimestamp());

    /// <summary>Sleeps by <see cref="Task.Delay(TimeSpan, TimeProvider)"/> that have not ended.</summary>
    public int Sleepers => Count(timer => timer.State is Task);

    /// <summary>Limits on waiting (a cancellation after a time) that have not ended.</summary>
    public int Limits => Count(timer => timer.State is CancellationTokenSource);

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => Epoch + Now + new TimeSpan(Interlocked.Read(ref _setBy));

    /// <summary>Sets the clock on the wall forward, or with a negative span back; what waits, waits on.</summary>
    public void SetBy(TimeSpan span) => Interlocked.Add(ref _setBy, span.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Goes on by a time, or to the next timer that is due before that, and lets it go off.</summary>
    public void Step(TimeSpan most)
    {
        VirtualTimer? next;
        lock (_gate)
        {
            var end = _now + most.Ticks;
            next = _armed.Where(timer => timer.Due <= end).MinBy(timer => (timer.Due, timer.Order));
            Interlocked.Exchange(ref _now, next is null ? end : Math.Max(_now, next.Due));
            if (next is not null) Rearm(next);
        }
        next?.Fire();
    }

    /// <summary>Goes on by a time in which this process does not run: timers that were due go off later, one after the other.</summary>
    public void StandStill(TimeSpan span) => Interlocked.Add(ref _now, span.Ticks);

    private int Count(Predicate<VirtualTimer> which)
    {
        lock (_gate) return _armed.Count(timer => which(timer));
    }

    private void Rearm(VirtualTimer timer)
    {
        if (timer.Period > TimeSpan.Zero) timer.Due = _now + timer.Period.Ticks;
        else _armed.Remove(timer);
    }

    private sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        public object? State => state;
        public long Due { get; set; }
        public long Order { get; private set; }
        public TimeSpan Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                (Due, Order, Period) = (time._now + dueTime.Ticks, ++time._sequence, period);
                if (dueTime == Timeout.InfiniteTimeSpan) time._armed.Remove(this);
                else time._armed.Add(this);
            }
            return true;
        }

        public void Dispose()
        {
            lock (time._gate) time._armed.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
