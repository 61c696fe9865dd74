using static Plenum.Bacnet.Protocol.Transactions.TimeSpans;

namespace Plenum.Bacnet.Protocol.Transactions;

/// <summary>What has been learned of how long a device takes to answer (RFC 6298).</summary>
/// <remarks>Only answers to requests that were sent once count (Karn's rule), or to a request all of whose tries were answered:
/// the first answer then belongs to the first try, which is how a device slower than its time-out is found out. Before the first such answer, an answer to a later
/// try bounds the time from both sides, and that is guessed by.</remarks>
public sealed class RoundTripEstimator(RetryPolicy policy)
{
    private double _smoothed;
    private double _variation;
    private TimeSpan _least;
    private (TimeSpan Least, TimeSpan Most)? _bounds;

    /// <summary>The smoothed round trip; null before the first sample.</summary>
    public TimeSpan? Smoothed => Samples == 0 ? null : TimeSpan.FromSeconds(_smoothed);

    /// <summary>Samples taken so far.</summary>
    public long Samples { get; private set; }

    /// <summary>The time-out for a next try: learned, guessed, or the policy's first one, within the policy's bounds.</summary>
    public TimeSpan Timeout => Larger(_least, Samples == 0 ? Guess : Clamp(TimeSpan.FromSeconds(_smoothed + Math.Max(4 * _variation, _smoothed)), policy.LeastTimeout, policy.MostTimeout));

    /// <summary>How the device may be asked. A first try is given the time that covers its slow answers too; after that, each further one a little more than what an answer usually takes.</summary>
    public Pace Pace => Samples > 0
        ? Pace.Learned(Timeout, Larger(_least, Larger(policy.LeastTimeout, Least(Timeout, 1.25 * TimeSpan.FromSeconds(_smoothed)))))
        : new(Timeout, Larger(Timeout, Least(_bounds?.Most ?? TimeSpan.MaxValue, 3 * policy.FirstTimeout)), Larger(_least, policy.FirstTimeout / 4));

    private TimeSpan Guess => _bounds is { Least: var least } ? Clamp(3 * least, policy.FirstTimeout / 2, policy.FirstTimeout) : policy.FirstTimeout;

    /// <summary>Takes the measured time between a request and its answer into account.</summary>
    public void OnSample(TimeSpan roundTrip)
    {
        (_least, _bounds) = (default, null);
        var seconds = roundTrip.TotalSeconds;
        if (Samples++ == 0)
        {
            (_smoothed, _variation) = (seconds, seconds / 2);
            return;
        }
        _variation = (0.75 * _variation) + (0.25 * Math.Abs(_smoothed - seconds));
        _smoothed = (0.875 * _smoothed) + (0.125 * seconds);
    }

    /// <summary>An answer came of which nobody knows which try it belongs to. It is no sample, but while there is none it is better than nothing.</summary>
    /// <param name="sinceLast">The time since the last try: the device takes at least as long.</param>
    /// <param name="sinceFirst">The time since the first try: it takes at most as long.</param>
    public void OnBounds(TimeSpan sinceLast, TimeSpan sinceFirst)
    {
        if (Samples == 0) _bounds = (sinceLast, sinceFirst);
    }

    /// <summary>A second answer came to one request: its try was sent while the first answer was under way. Twice the time is waited from now on, until a sample says how long it takes.</summary>
    public void OnTooShort() => _least = Clamp(2 * Timeout, policy.LeastTimeout, policy.MostTimeout);
}
