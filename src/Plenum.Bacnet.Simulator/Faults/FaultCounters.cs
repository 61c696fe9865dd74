namespace Plenum.Bacnet.Simulator.Faults;

/// <summary>What the faults of a device have done since it was opened.</summary>
/// <param name="Requests">Requests that came in, confirmed ones and those that ask who is there.</param>
/// <param name="RequestsLost">Requests that the device was not shown.</param>
/// <param name="RepliesLost">Replies, and announcements, that were not sent.</param>
/// <param name="Delayed">Requests that had to lie a while.</param>
/// <param name="Doubled">Replies that were sent twice.</param>
/// <param name="Ignored">Requests that came while the device was silent or restarting.</param>
/// <param name="Restarts">How often it restarted.</param>
public readonly record struct FaultCounters(long Requests, long RequestsLost, long RepliesLost, long Delayed, long Doubled, long Ignored, long Restarts)
{
    /// <summary>The sums of two.</summary>
    public static FaultCounters operator +(FaultCounters left, FaultCounters right) => new(
        left.Requests + right.Requests,
        left.RequestsLost + right.RequestsLost,
        left.RepliesLost + right.RepliesLost,
        left.Delayed + right.Delayed,
        left.Doubled + right.Doubled,
        left.Ignored + right.Ignored,
        left.Restarts + right.Restarts);

    /// <summary>The sums of two.</summary>
    public static FaultCounters Add(FaultCounters left, FaultCounters right) => left + right;
}
