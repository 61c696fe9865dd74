namespace Plenum.Gateway.Polling;

/// <summary>Counts how often this process stood still: a container or virtual machine that was paused, a machine that slept. A clock that was set counts too.</summary>
/// <remarks>An answer may lie in the socket the whole time. Whoever reads it afterwards cannot see that it is old, and would give it the time of now.
/// The clocks are looked at twice a second, and by everyone who asks: whoever comes first after a standstill sees the gap.</remarks>
internal sealed class Standstills(TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Longer than a busy machine lets a timer wait.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private long _lastLook = time.GetTimestamp();
    private DateTimeOffset _lastTime = time.GetUtcNow();
    private long _count;

    /// <summary>How often so far. What was read while this did not change was read in one go.</summary>
    public long Count => LookAtClocks();

    /// <summary>Looks at the clocks until disposed. Nothing is counted rightly without it.</summary>
    public ITimer Watch() => time.CreateTimer(_ => LookAtClocks(), null, Look, Look);

    private long LookAtClocks()
    {
        lock (_gate)
        {
            var (look, now) = (time.GetTimestamp(), time.GetUtcNow());
            var passed = time.GetElapsedTime(_lastLook, look);
            // The monotonic clock of a machine that sleeps may stand still with it: then only the other one shows the gap.
            if (passed > Gap || (now - _lastTime - passed).Duration() > Gap) _count++;
            (_lastLook, _lastTime) = (look, now);
            return _count;
        }
    }
}
