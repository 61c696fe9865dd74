namespace Plenum.Gateway.Polling;

/// <summary>What has come of a device's polls. Written by its own loop alone, read by anyone.</summary>
internal sealed class PollFigures(TimeProvider time)
{
    private long _due, _fresh, _readings, _pointErrors, _lastFresh;
    private volatile Moment? _lastValue;
    private volatile string? _problem;

    /// <summary>What is wrong on our side: the last poll could not be stored, or failed by a mistake of this program. Null when it was stored.</summary>
    public string? Problem { get => _problem; set => _problem = value; }

    public long Due => Interlocked.Read(ref _due);

    public long Fresh => Interlocked.Read(ref _fresh);

    public long Readings => Interlocked.Read(ref _readings);

    public long PointErrors => Interlocked.Read(ref _pointErrors);

    /// <summary>The newest value that is stored: when it was read, and how long ago that is; null before the first one.</summary>
    public (DateTimeOffset At, TimeSpan Age)? LastValue => _lastValue is { } last ? (DateTimeOffset.FromUnixTimeMilliseconds(last.Ms), time.GetElapsedTime(last.Stamp)) : null;

    public DateTimeOffset? LastFresh => Interlocked.Read(ref _lastFresh) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>A poll is over.</summary>
    /// <param name="due">How many polls were due with it; 0 for one that came beside the grid, which counts neither as due nor as fresh.</param>
    /// <param name="isFresh">Whether every point was answered and stored before the next poll was due.</param>
    public void OnPoll(long due, bool isFresh)
    {
        Interlocked.Add(ref _due, due);
        if (!isFresh) return;
        if (due > 0) Interlocked.Increment(ref _fresh);
        Interlocked.Exchange(ref _lastFresh, time.GetUtcNow().UtcTicks);
    }

    /// <summary>What was read or told at a time is stored.</summary>
    public void OnStored(int readings, long timestampMs)
    {
        _problem = null;
        if (readings > 0) _lastValue = new(timestampMs, time.GetTimestamp());
    }

    public void OnRead(int readings, int errors)
    {
        Interlocked.Add(ref _readings, readings);
        Interlocked.Add(ref _pointErrors, errors);
    }

    private sealed record Moment(long Ms, long Stamp);
}
