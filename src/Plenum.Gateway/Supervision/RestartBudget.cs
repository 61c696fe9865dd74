namespace Plenum.Gateway.Supervision;

/// <summary>How often and how soon a part that fails is started again: three times in any minute, each later than the one before. A minute without failures gives the whole budget back.</summary>
internal sealed class RestartBudget
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan[] BackOff = [TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];

    private readonly Queue<TimeSpan> _taken = [];

    /// <summary>Takes one restart.</summary>
    /// <param name="now">The time, on any clock that only goes forward.</param>
    /// <returns>How long to wait before it; null when the budget is spent.</returns>
    public TimeSpan? Take(TimeSpan now)
    {
        while (_taken.TryPeek(out var oldest) && now - oldest >= Window) _taken.Dequeue();
        if (_taken.Count == BackOff.Length) return null;
        _taken.Enqueue(now);
        return BackOff[_taken.Count - 1];
    }
}
