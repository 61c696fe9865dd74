using Plenum.Gateway.Model;

namespace Plenum.Gateway.Outbox;

/// <summary>Where messages wait for the server: stored before they are sent, gone only once the server has acknowledged them.</summary>
/// <remarks>Any number of threads may store and delete at the same time; every method throws <see cref="ObjectDisposedException"/> once the outbox is closed.</remarks>
public interface IOutbox : IAsyncDisposable
{
    /// <summary>Stores a message. The task completes when it is safe (committed), not before.</summary>
    /// <param name="message">The message. Its values must not change until the task has completed.</param>
    /// <param name="cancel">Gives up waiting for a place in the queue; a message that has a place is stored all the same.</param>
    /// <exception cref="OutboxException">It could not be stored: it is counted as dropped, and it is the caller's to give again.</exception>
    ValueTask StoreAsync(Message message, CancellationToken cancel);

    /// <summary>The oldest messages after <paramref name="after"/> (an <see cref="StoredMessage.Id"/>; 0 for the beginning), at most <paramref name="most"/>; none when there are none yet.</summary>
    /// <exception cref="OutboxException">The storage cannot be read now.</exception>
    IReadOnlyList<StoredMessage> Read(long after, int most);

    /// <summary>Completes when a message with an id above <paramref name="after"/> is waiting: <see cref="Read"/> then finds one, unless it is deleted in between.</summary>
    ValueTask WaitAsync(long after, CancellationToken cancel);

    /// <summary>The id of the newest message that waits; 0 when none does.</summary>
    long Newest { get; }

    /// <summary>Forgets messages that the server has acknowledged. Returns at once and takes effect shortly after; lost in a crash at the worst, in which case they are sent once more. Ids that are gone already are passed over.</summary>
    void Delete(IReadOnlyList<long> ids);

    /// <summary>Watches, for a supervisor, that what is given goes on being stored. Runs until it is cancelled.</summary>
    /// <param name="beat">Called every two seconds as long as whoever stores makes progress or has nothing to do.</param>
    /// <param name="cancel">Ends the watching, not the storing.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="Exception">Storing failed by a mistake of this program. What was being stored was refused, and it goes on with what comes next.</exception>
    Task WatchAsync(Action beat, CancellationToken cancel);

    /// <summary>What is in it and what has been through it, for people and for health.</summary>
    OutboxState State { get; }
}

/// <summary>A stored message and its place in the order; ids grow and are never used again.</summary>
public readonly record struct StoredMessage(long Id, Message Message);
