namespace Plenum.Simulation.Time;

/// <summary>Time that stands still until it is told to go on to the next timer. Everything of a world, and every process in it, lives in this one time.</summary>
internal sealed class VirtualClock
{
    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly PriorityQueue<(VirtualTimer Timer, int Version), (long Due, long Number)> _timers = new();
    private long _now;
    private long _number;

    /// <summary>Time since the beginning, which nothing sets.</summary>
    public TimeSpan Now => new(Volatile.Read(ref _now));

    /// <summary>By how much the wall clock is wrong.</summary>
    public TimeSpan WallError { get; set; }

    /// <summary>What the wall clock shows.</summary>
    public DateTimeOffset Wall => Beginning + Now + WallError;

    /// <summary>When a wall clock with an error shows a time.</summary>
    public static TimeSpan AtWall(DateTimeOffset wall, TimeSpan error) => wall - Beginning - error;

    /// <summary>Sets a timer off at a time from now; one that was due before is no more.</summary>
    public void Enqueue(VirtualTimer timer, int version, TimeSpan wait)
    {
        // Real timers go off a little late; at once would let a loop that waits for nothing stop the world.
        var due = _now + Math.Max(wait.Ticks, TimeSpan.TicksPerMicrosecond);
        lock (_gate) _timers.Enqueue((timer, version), (due, _number++));
    }

    /// <summary>Goes on to the next timer and sets it off.</summary>
    /// <returns>False when there is none by <paramref name="end"/>: then it is the end.</returns>
    public bool TryAdvance(TimeSpan end)
    {
        while (true)
        {
            VirtualTimer timer;
            lock (_gate)
            {
                if (!_timers.TryPeek(out var next, out var key) || key.Due > end.Ticks)
                {
                    _now = end.Ticks;
                    return false;
                }
                _timers.Dequeue();
                if (!next.Timer.IsArmedFor(next.Version)) continue;
                _now = Math.Max(_now, key.Due);
                timer = next.Timer;
            }
            timer.GoOff();
            return true;
        }
    }
}
