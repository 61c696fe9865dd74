namespace Plenum.Gateway.Outbox;

/// <summary>How much an outbox keeps. What is over is dropped, the oldest first, and counted.</summary>
/// <param name="MaxBytes">Payload bytes kept, above 0. A file takes a fifth to a half more than its payload, and keeps its largest size unless the disk gets short of room.</param>
/// <param name="MaxMessages">Messages kept, above 0.</param>
/// <param name="MaxAge">How long a message may wait, above which it is dropped: counted while the gateway runs, and whatever the clock of the machine is set to. Looked at with every write and once a minute.</param>
public sealed record OutboxLimits(long MaxBytes, long MaxMessages, TimeSpan MaxAge)
{
    /// <summary>Whether the oldest message has to go, and why; null if it may stay.</summary>
    /// <param name="waiting">Messages that wait.</param>
    /// <param name="bytes">What they take.</param>
    /// <param name="waitedMs">How long the oldest has waited, in milliseconds.</param>
    internal Drops? Judge(long waiting, long bytes, long waitedMs) =>
        waiting > MaxMessages || bytes > MaxBytes ? new Drops(Size: 1)
        : waitedMs > MaxAge.TotalMilliseconds ? new Drops(Age: 1)
        : null;

    /// <summary>Whether there is room again: a tenth below the limits, so that dropping does not begin and end with every message.</summary>
    internal bool HaveRoom(long waiting, long bytes) => waiting <= MaxMessages * 0.9 && bytes <= MaxBytes * 0.9;

    /// <summary>What to say to a message that all the room there is would not hold; null if it would.</summary>
    internal OutboxException? Refuse(int bytes, string where) => bytes <= MaxBytes ? null :
        new($"{where}: a message of {bytes} bytes is larger than all that may be kept ({MaxBytes} bytes). Raise the size limit in the storage section.");
}
