namespace Plenum.Gateway.Outbox;

/// <summary>The outbox in figures.</summary>
/// <param name="Waiting">Messages stored and not yet acknowledged.</param>
/// <param name="Stored">Messages stored since the start.</param>
/// <param name="Deleted">Messages acknowledged since the start.</param>
/// <param name="Drops">Messages given up since the start, by cause.</param>
/// <param name="Bytes">What the waiting messages take, in bytes of payload.</param>
/// <param name="Oldest">When the oldest waiting message was read; null when nothing waits.</param>
/// <param name="Problem">What is wrong with the storage now, with its cure; null when nothing is.</param>
public sealed record OutboxState(long Waiting, long Stored, long Deleted, Drops Drops, long Bytes, DateTimeOffset? Oldest, string? Problem)
{
    /// <summary>Messages given up since the start, whatever the cause.</summary>
    public long Dropped => Drops.All;
}
