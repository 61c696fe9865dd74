namespace Plenum.Gateway.Outbox;

/// <summary>The outbox in figures.</summary>
/// <param name="Waiting">Messages stored and not yet acknowledged.</param>
/// <param name="Stored">Messages stored since the start.</param>
/// <param name="Deleted">Messages acknowledged since the start.</param>
/// <param name="Dropped">Messages given up by the declared policy (size, age) or because the disk refused them, since the start.</param>
/// <param name="Bytes">What the waiting messages take, in bytes of payload.</param>
/// <param name="Oldest">When the oldest waiting message was read; null when nothing waits.</param>
/// <param name="Problem">What is wrong with the storage now, with its cure; null when nothing is.</param>
public sealed record OutboxState(long Waiting, long Stored, long Deleted, long Dropped, long Bytes, DateTimeOffset? Oldest, string? Problem);
