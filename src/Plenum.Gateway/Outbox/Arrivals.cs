namespace Plenum.Gateway.Outbox;

/// <summary>Lets readers wait until a message that is newer than what they have seen is waiting.</summary>
internal sealed class Arrivals
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _next;
    private long _newest;
    private bool _closed;

    /// <summary>The id of the newest waiting message, 0 when none waits.</summary>
    public long Newest
    {
        get { lock (_gate) return _newest; }
    }

    /// <summary>Tells the id of the newest waiting message, 0 when none waits: readers that lack it go on.</summary>
    public void Tell(long newest)
    {
        TaskCompletionSource? woken = null;
        lock (_gate)
        {
            if (newest > _newest) (woken, _next) = (_next, null);
            _newest = newest;
        }
        woken?.SetResult();
    }

    /// <summary>Nothing will arrive any more: readers that wait are told so.</summary>
    public void Close()
    {
        TaskCompletionSource? woken;
        lock (_gate)
        {
            _closed = true;
            (woken, _next) = (_next, null);
        }
        woken?.SetResult();
    }

    /// <summary>Completes when a message with an id above <paramref name="after"/> is waiting.</summary>
    public async ValueTask WaitAsync(long after, CancellationToken cancel)
    {
        while (NextUnlessAbove(after) is { } next) await next.WaitAsync(cancel).ConfigureAwait(false);
    }

    private Task? NextUnlessAbove(long after)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(IOutbox));
            if (_newest > after) return null;
            _next ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _next.Task;
        }
    }
}
