using Microsoft.Extensions.Time.Testing;

namespace Plenum.TestKit;

/// <summary>Fake time that knows whether anyone waits for it. While nobody does, what comes next is a continuation, and time had better stand still.</summary>
public sealed class WatchedTime : FakeTimeProvider
{
    private int _armed;
    private volatile bool _watching;

    /// <summary>Timers made since <see cref="Watch"/> that are yet to go off.</summary>
    public int Armed => Volatile.Read(ref _armed);

    /// <summary>Counts every timer that is made from now on.</summary>
    public void Watch() => _watching = true;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (!_watching) return base.CreateTimer(callback, state, dueTime, period);
        var timer = new WatchedTimer(this);
        timer.Inner = base.CreateTimer(_ => { timer.Set(armed: false); callback(state); }, null, Timeout.InfiniteTimeSpan, period);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class WatchedTimer(WatchedTime time) : ITimer
    {
        private int _isArmed;

        public ITimer Inner { get; set; } = null!;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Set(dueTime != Timeout.InfiniteTimeSpan);
            return Inner.Change(dueTime, period);
        }

        public void Set(bool armed)
        {
            if (Interlocked.Exchange(ref _isArmed, armed ? 1 : 0) != (armed ? 1 : 0)) Interlocked.Add(ref time._armed, armed ? 1 : -1);
        }

        public void Dispose()
        {
            Set(armed: false);
            Inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Set(armed: false);
            return Inner.DisposeAsync();
        }
    }
}
