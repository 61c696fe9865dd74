namespace Plenum.Bacnet.Protocol.Transactions;

/// <summary>The 256 invoke ids of one peer (clause 5.4): in use, resting until no late answer can come any more, or free.</summary>
/// <remarks>An id that is used again too early would let the answer to an old request pass for the answer to a new one.</remarks>
public sealed class InvokeIds
{
    private static readonly TimeSpan InUse = TimeSpan.MaxValue;

    private readonly TimeSpan[] _freeFrom = new TimeSpan[256];
    private byte _next;

    /// <summary>Takes the next free id after the one taken last; false when none is free.</summary>
    public bool TryTake(TimeSpan now, out byte id)
    {
        for (var tried = 0; tried < _freeFrom.Length; tried++)
        {
            id = _next++;
            if (_freeFrom[id] > now) continue;
            _freeFrom[id] = InUse;
            return true;
        }
        id = 0;
        return false;
    }

    /// <summary>Gives an id back; it is not handed out before <paramref name="freeFrom"/>.</summary>
    public void Release(byte id, TimeSpan freeFrom) => _freeFrom[id] = freeFrom;

    /// <summary>Whether an id rests: its request is over, and an answer to it may still come.</summary>
    public bool IsResting(byte id, TimeSpan now) => _freeFrom[id] > now && _freeFrom[id] != InUse;

    /// <summary>When the next id comes free; <see cref="TimeSpan.MaxValue"/> when every one is in use.</summary>
    public TimeSpan NextFree()
    {
        var next = InUse;
        foreach (var freeFrom in _freeFrom)
            if (freeFrom < next) next = freeFrom;
        return next;
    }
}
