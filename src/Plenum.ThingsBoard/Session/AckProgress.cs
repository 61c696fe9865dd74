namespace Plenum.ThingsBoard.Session;

/// <summary>Whether the server gets on with what it was sent. It acknowledges in order (MQTT 5.0, 4.6), so that behind fifteen others a publish may wait long without anything being wrong.</summary>
/// <param name="timeout">How long it may acknowledge nothing.</param>
internal sealed class AckProgress(TimeProvider time, TimeSpan timeout)
{
    private readonly Lock _gate = new();
    private long _sent;
    private long _newest;
    private long _lastAt;

    /// <summary>A publish is sent.</summary>
    /// <returns>Its number.</returns>
    public long Begin() => Interlocked.Increment(ref _sent);

    /// <summary>It was acknowledged, with whatever reason.</summary>
    public void Acknowledged(long number)
    {
        lock (_gate) (_newest, _lastAt) = (Math.Max(_newest, number), time.GetTimestamp());
    }

    /// <summary>How much longer to wait for a publish whose time is up: until the server has acknowledged nothing for the time-out; not at all if it has passed this one over.</summary>
    public TimeSpan Patience(long number)
    {
        lock (_gate)
        {
            if (_newest == 0 || _newest > number) return TimeSpan.Zero;
            var left = timeout - time.GetElapsedTime(_lastAt);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }
}
