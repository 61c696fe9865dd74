namespace Plenum.Gateway.Polling;

/// <summary>What has come of a device's polls. Written by its own loop alone, read by anyone.</summary>
internal sealed class PollFigures(TimeProvider time)
{
    private long _due, _fresh, _readings, _pointErrors, _lastFresh;

    public DeviceStatus Status { get; private set; }

    public DateTimeOffset Since { get; private set; } = time.GetUtcNow();

    public string Why { get; private set; } = "not asked yet";

    public long Due => Interlocked.Read(ref _due);

    public long Fresh => Interlocked.Read(ref _fresh);

    public long Readings => Interlocked.Read(ref _readings);

    public long PointErrors => Interlocked.Read(ref _pointErrors);

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

    public void OnRead(int readings, int errors)
    {
        Interlocked.Add(ref _readings, readings);
        Interlocked.Add(ref _pointErrors, errors);
    }

    /// <summary>Takes a status; true when it is another than before.</summary>
    public bool Become(DeviceStatus status, string why)
    {
        Why = why;
        if (status == Status) return false;
        (Status, Since) = (status, time.GetUtcNow());
        return true;
    }
}
