namespace Plenum.Gateway.Outbox;

/// <summary>By which an outbox judges how long a message has waited: it runs while the gateway does, and nobody can set it.</summary>
/// <remarks>The clock of the machine is set by hand, by a time server, or stands in 1970 until one is reached; a jump of it must cost no message. Decision 0023.</remarks>
/// <param name="time">The clocks.</param>
/// <param name="start">What it shows at first, in milliseconds.</param>
internal sealed class AgeClock(TimeProvider time, long start)
{
    private readonly long _startedAt = time.GetTimestamp();

    /// <summary>What it shows, in milliseconds; never less than before.</summary>
    public long Now => start + (long)time.GetElapsedTime(_startedAt).TotalMilliseconds;
}
