namespace Plenum.Bacnet.Protocol.Transactions;

/// <summary>What has been learned of how long a device takes to answer (RFC 6298).</summary>
/// <remarks>Only answers to requests that were sent once count (Karn's rule), or to a request all of whose tries were answered:
/// the first answer then belongs to the first try, which is how a device slower than its time-out is found out.</remarks>
public sealed class RoundTripEstimator(RetryPolicy policy)
{
    private double _smoothed;
    private double _variation;

    /// <summary>The smoothed round trip; null before the first sample.</summary>
    public TimeSpan? Smoothed => Samples == 0 ? null : TimeSpan.FromSeconds(_smoothed);

    /// <summary>Samples taken so far.</summary>
    public long Samples { get; private set; }

    /// <summary>The time-out for a next try: learned, or the policy's first one, within the policy's bounds.</summary>
    public TimeSpan Timeout => Samples == 0
        ? policy.FirstTimeout
        : Clamp(TimeSpan.FromSeconds(_smoothed + Math.Max(4 * _variation, _smoothed)));

    /// <summary>Takes the measured time between a request and its answer into account.</summary>
    public void OnSample(TimeSpan roundTrip)
    {
        var seconds = roundTrip.TotalSeconds;
        if (Samples++ == 0)
        {
            (_smoothed, _variation) = (seconds, seconds / 2);
            return;
        }
        _variation = (0.75 * _variation) + (0.25 * Math.Abs(_smoothed - seconds));
        _smoothed = (0.875 * _smoothed) + (0.125 * seconds);
    }

    private TimeSpan Clamp(TimeSpan timeout) =>
        timeout < policy.LeastTimeout ? policy.LeastTimeout : timeout > policy.MostTimeout ? policy.MostTimeout : timeout;
}
