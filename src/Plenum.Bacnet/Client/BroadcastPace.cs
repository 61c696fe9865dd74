namespace Plenum.Bacnet.Client;

/// <summary>How often a client may broadcast a question: a few at once, then ten a second, however many devices are sought. A broadcast is read by every device of every network (BTL guideline 7.7).</summary>
internal sealed class BroadcastPace
{
    private const int Burst = 10;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private TimeSpan _earned = -Burst * Interval;

    /// <summary>Takes the next turn, unless it would come too late.</summary>
    /// <param name="wait">How long to wait for it.</param>
    public bool TryTake(TimeSpan now, TimeSpan until, out TimeSpan wait)
    {
        lock (_gate)
        {
            var turn = _earned > now - (Burst * Interval) ? _earned : now - (Burst * Interval);
            wait = turn > now - Interval ? turn - now + Interval : TimeSpan.Zero;
            if (wait > TimeSpan.Zero && wait >= until - now) return false;
            _earned = turn + Interval;
            return true;
        }
    }
}
