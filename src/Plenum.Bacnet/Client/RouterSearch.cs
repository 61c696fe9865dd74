namespace Plenum.Bacnet.Client;

/// <summary>When to ask who leads to a network: at once, and again with pauses that grow from a second to five minutes (BTL guideline 7.7). Guarded by its network's lock.</summary>
internal sealed class RouterSearch
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1), MostPause = TimeSpan.FromMinutes(5), Patience = TimeSpan.FromSeconds(6);

    private TimeSpan? _began;
    private TimeSpan _pause;

    /// <summary>When it may be asked next.</summary>
    public TimeSpan Next { get; private set; }

    /// <summary>Whether it was asked several times and nobody answered.</summary>
    public bool IsHopeless(TimeSpan now) => _began is { } began && now - began >= Patience;

    /// <summary>Whether to ask now.</summary>
    public bool TryAsk(TimeSpan now)
    {
        if (now < Next) return false;
        _began ??= now;
        _pause = _pause == default ? FirstPause : _pause * 2 < MostPause ? _pause * 2 : MostPause;
        Next = now + _pause;
        return true;
    }

    /// <summary>Somebody leads there: the next search begins anew, yet not before the pause is over.</summary>
    public void OnFound() => (_began, _pause) = (null, default);
}
