namespace Plenum.Bacnet.Client;

/// <summary>How many requests may be under way at once that share something: a network behind a router, or the client's own port. Who finds no room waits for a turn: one request each,
/// whoever has waited longest first. Guarded by its own lock, inside which nothing is called.</summary>
/// <remarks>A place that comes free is promised to whoever waits for it before anybody else can take it; so a device with many requests does not keep it.</remarks>
internal sealed class RequestBudget(int most)
{
    private readonly Lock _gate = new();
    private readonly Queue<Peer> _waiting = new();
    private readonly HashSet<Peer> _isWaiting = [], _promised = [];
    private int _inFlight, _beside, _leftOut;

    private bool HasRoom => _inFlight + _promised.Count < most;

    /// <summary>Takes a place for one request; where there is none, the peer waits to be woken.</summary>
    public bool TryEnter(Peer peer)
    {
        lock (_gate)
        {
            if (_promised.Remove(peer) || HasRoom)
            {
                _inFlight++;
                return true;
            }
            Queue(peer);
            return false;
        }
    }

    /// <summary>Takes a place beside, if there is room: one that keeps nobody out who comes later.</summary>
    /// <param name="again">Whether the request had a place until now: then one comes first that was left out before.</param>
    public bool TryEnterBeside(bool again)
    {
        lock (_gate)
        {
            if (_inFlight + _promised.Count + _beside >= most)
            {
                _leftOut = Math.Min(_leftOut + 1, most);
                return false;
            }
            if (again && _leftOut > 0)
            {
                _leftOut--;
                return false;
            }
            _beside++;
            return true;
        }
    }

    /// <summary>Gives a place beside back.</summary>
    public void LeaveBeside()
    {
        lock (_gate) _beside--;
    }

    /// <summary>Lets a peer wait to be woken.</summary>
    public void Wait(Peer peer)
    {
        lock (_gate) Queue(peer);
    }

    /// <summary>Gives a place back.</summary>
    /// <returns>Whom it is promised to, and who is to be looked after; null when nobody waits.</returns>
    public Peer? Leave()
    {
        lock (_gate)
        {
            _inFlight--;
            return Promise();
        }
    }

    /// <summary>A peer has been looked after: if it has not taken what was promised to it, another one may. Not so when it waits again: then there is more in its way than a place.</summary>
    /// <returns>Whom it is promised to now; null when nobody waits.</returns>
    public Peer? Settle(Peer peer)
    {
        lock (_gate) return _promised.Remove(peer) && !_isWaiting.Contains(peer) ? Promise() : null;
    }

    /// <summary>What was in everyone's way is gone.</summary>
    /// <returns>Who is to be looked after: as many as there are places.</returns>
    public IReadOnlyList<Peer> WakeAll()
    {
        var woken = new List<Peer>();
        lock (_gate)
            while (Promise() is { } peer) woken.Add(peer);
        return woken;
    }

    /// <summary>Something has come into everyone's way.</summary>
    /// <returns>Everyone who waits, to see for how long; nobody is promised anything.</returns>
    public IReadOnlyList<Peer> Waiting()
    {
        lock (_gate) return [.. _waiting];
    }

    private void Queue(Peer peer)
    {
        if (_isWaiting.Add(peer)) _waiting.Enqueue(peer);
    }

    private Peer? Promise()
    {
        if (!HasRoom || !_waiting.TryDequeue(out var peer)) return null;
        _isWaiting.Remove(peer);
        _promised.Add(peer);
        return peer;
    }
}
