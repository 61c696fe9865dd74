using Plenum.Gateway.Model;

namespace Plenum.Gateway.Outbox;

/// <summary>Where messages wait for the server: stored before they are sent, gone only once the server has acknowledged them.</summary>
public interface IOutbox : IAsyncDisposable
{
    /// <summary>Stores a message. The task completes when it is safe (committed), not before; it faults if it could not be stored, and the message is then counted as dropped.</summary>
    ValueTask StoreAsync(Message message, CancellationToken cancel);

    /// <summary>The oldest messages after <paramref name="after"/> (an <see cref="StoredMessage.Id"/>; 0 for the beginning), at most <paramref name="most"/>; none when there are none yet.</summary>
    IReadOnlyList<StoredMessage> Read(long after, int most);

    /// <summary>Completes when a message with an id above <paramref name="after"/> is stored.</summary>
    ValueTask WaitAsync(long after, CancellationToken cancel);

    /// <summary>Forgets messages that the server has acknowledged. Lost in a crash at the worst, in which case they are sent once more.</summary>
    void Delete(IReadOnlyList<long> ids);

    /// <summary>What is in it and what has been through it, for people and for health.</summary>
    OutboxState State { get; }
}

/// <summary>A stored message and its place in the order; ids grow and are never used again.</summary>
public readonly record struct StoredMessage(long Id, Message Message);

/// <summary>The outbox in figures.</summary>
/// <param name="Waiting">Messages stored and not yet acknowledged.</param>
/// <param name="Stored">Messages stored since the start.</param>
/// <param name="Deleted">Messages acknowledged since the start.</param>
/// <param name="Dropped">Messages given up by the declared policy (size, age) or because the disk refused them, since the start.</param>
/// <param name="Bytes">What the waiting messages take, in bytes of payload.</param>
/// <param name="Oldest">When the oldest waiting message was read; null when nothing waits.</param>
/// <param name="Problem">What is wrong with the storage now, with its cure; null when nothing is.</param>
public sealed record OutboxState(long Waiting, long Stored, long Deleted, long Dropped, long Bytes, DateTimeOffset? Oldest, string? Problem);
