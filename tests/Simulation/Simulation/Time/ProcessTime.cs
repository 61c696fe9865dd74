namespace Plenum.Simulation.Time;

/// <summary>The clocks as one process sees them. When it dies, its timers never go off again.</summary>
internal sealed class ProcessTime(VirtualClock clock) : TimeProvider
{
    /// <summary>Whether the process is there no more.</summary>
    public bool IsDead { get; set; }

    /// <summary>The time that it is in.</summary>
    public VirtualClock Clock => clock;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long GetTimestamp() => clock.Now.Ticks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => clock.Wall;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
