namespace Plenum.Simulation.Time;

/// <summary>One timer of a process.</summary>
internal sealed class VirtualTimer(ProcessTime process, TimerCallback callback, object? state) : ITimer
{
    private volatile int _version;
    private volatile bool _isDisposed;
    private TimeSpan _period;

    /// <inheritdoc/>
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_isDisposed) return false;
        _period = period;
        var version = Interlocked.Increment(ref _version);
        if (dueTime != Timeout.InfiniteTimeSpan) process.Clock.Enqueue(this, version, dueTime);
        return true;
    }

    /// <summary>Whether what was enqueued is still wanted.</summary>
    public bool IsArmedFor(int version) => !_isDisposed && version == _version && !process.IsDead;

    /// <summary>Sets it off, on the one thread that there is.</summary>
    public void GoOff()
    {
        if (_period > TimeSpan.Zero) Change(_period, _period);
        callback(state);
    }

    /// <inheritdoc/>
    public void Dispose() => _isDisposed = true;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
