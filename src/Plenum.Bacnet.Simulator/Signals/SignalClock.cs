namespace Plenum.Bacnet.Simulator.Signals;

/// <summary>The time of a building: it begins at tick 0 when the clock is made.</summary>
/// <param name="time">Where time comes from.</param>
/// <param name="resolution">How long a tick is.</param>
public sealed class SignalClock(TimeProvider time, TimeSpan resolution)
{
    private readonly long _origin = time.GetTimestamp();

    /// <summary>Where time comes from.</summary>
    public TimeProvider Time => time;

    /// <summary>How long a tick is.</summary>
    public TimeSpan Resolution => resolution;

    /// <summary>Time since the beginning.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_origin);

    /// <summary>The tick that it is now.</summary>
    public long Tick => Elapsed.Ticks / resolution.Ticks;

    /// <summary>Now, on the monotonic clock of the <see cref="TimeProvider"/>.</summary>
    public long Timestamp => time.GetTimestamp();
}
