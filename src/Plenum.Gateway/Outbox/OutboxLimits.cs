namespace Plenum.Gateway.Outbox;

/// <summary>How much an outbox keeps. What is over is dropped, the oldest first, and counted.</summary>
/// <param name="MaxBytes">Payload bytes kept, above 0. A file takes a fifth to a half more than its payload, and keeps its largest size unless the disk gets short of room.</param>
/// <param name="MaxMessages">Messages kept, above 0.</param>
/// <param name="MaxAge">The age, by its timestamp, above which a message is dropped. Looked at with every write and once a minute.</param>
public sealed record OutboxLimits(long MaxBytes, long MaxMessages, TimeSpan MaxAge)
{
    /// <summary>Whether the oldest message has to go.</summary>
    internal bool AreExceeded(long waiting, long bytes, long oldestMs, DateTimeOffset now) =>
        waiting > MaxMessages || bytes > MaxBytes || now.ToUnixTimeMilliseconds() - oldestMs > MaxAge.TotalMilliseconds;

    /// <summary>Whether there is room again: a tenth below the limits, so that dropping does not begin and end with every message.</summary>
    internal bool HaveRoom(long waiting, long bytes) => waiting <= MaxMessages * 0.9 && bytes <= MaxBytes * 0.9;

    /// <summary>What to say to a message that all the room there is would not hold; null if it would.</summary>
    internal OutboxException? Refuse(int bytes, string where) => bytes <= MaxBytes ? null :
        new($"{where}: a message of {bytes} bytes is larger than all that may be kept ({MaxBytes} bytes). Raise the size limit in the storage section.");
}
