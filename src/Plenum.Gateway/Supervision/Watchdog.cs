namespace Plenum.Gateway.Supervision;

/// <summary>Looks, from a thread of its own, whether every part still beats.</summary>
/// <remarks>A plain thread: when the thread pool is starved or a lock is never let go of, timers and tasks stand still, and that is exactly when it is needed.</remarks>
internal sealed class Watchdog : IDisposable
{
    private readonly Func<IEnumerable<Part>> _parts;
    private readonly Action<PartFinding> _found;
    private readonly TimeProvider _time;
    private readonly TimeSpan _period;
    private readonly Lock _looking = new();
    private readonly ManualResetEventSlim _ended = new();
    private long _lastLook;

    /// <summary>Begins to look.</summary>
    /// <param name="parts">The parts there are.</param>
    /// <param name="found">Told of a part whose silence has another colour, or that is stuck, on the watchdog's thread.</param>
    /// <param name="options">How often it looks.</param>
    /// <param name="time">The clock.</param>
    public Watchdog(Func<IEnumerable<Part>> parts, Action<PartFinding> found, SupervisorOptions options, TimeProvider time)
    {
        (_parts, _found, _period, _time, _lastLook) = (parts, found, options.WatchPeriod, time, time.GetTimestamp());
        if (options.HasWatchThread) new Thread(Run) { Name = "watchdog", IsBackground = true }.Start();
    }

    /// <summary>Looks at every part once.</summary>
    public void Look()
    {
        lock (_looking)
        {
            var now = _time.GetTimestamp();
            var sinceLastLook = _time.GetElapsedTime(_lastLook, now);
            _lastLook = now;
            foreach (var part in _parts())
            {
                if (part.Look(sinceLastLook, _period) is { } finding) _found(finding);
            }
        }
    }

    /// <summary>Ends the thread.</summary>
    public void Dispose() => _ended.Set();

    private void Run()
    {
        while (!_ended.Wait(_period)) Look();
    }
}
