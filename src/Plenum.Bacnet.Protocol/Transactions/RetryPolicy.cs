namespace Plenum.Bacnet.Protocol.Transactions;

/// <summary>How long an answer is waited for and how often a request is sent again.</summary>
public sealed record RetryPolicy
{
    /// <summary>What the gateway and its commands begin with: a first time-out of 500 ms, because controllers on IP answer in tens of milliseconds, and how long those on
    /// slow trunks take is learned.</summary>
    public static RetryPolicy OnIp { get; } = new() { FirstTimeout = TimeSpan.FromMilliseconds(500) };

    /// <summary>Time-out of a try before anything is known of the device; 1 s by default.</summary>
    public TimeSpan FirstTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The shortest time-out that may be learned; 50 ms by default.</summary>
    public TimeSpan LeastTimeout { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest time-out of a try; 10 s by default.</summary>
    public TimeSpan MostTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Retries after the first try (Number_Of_APDU_Retries, clause 12.11.28); 3 by default. A request with a deadline goes on beyond them until the deadline.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>What each time-out is multiplied by after a try without an answer; 1.5 by default.</summary>
    public double BackOff { get; init; } = 1.5;

    /// <summary>How far back-off goes beyond the learned time-out, as a multiple of it; 8 by default. With a deadline, <see cref="TriesInTime"/> says it once the device is not taken for slow.</summary>
    public double MostBackOff { get; init; } = 8;

    /// <summary>Into how many parts a request with a deadline divides its time: no two tries are further apart, unless the device takes longer to answer; 24 by default. Where one try in
    /// three is answered, so many tries leave one request in 30,000 without an answer.</summary>
    public int TriesInTime { get; init; } = 24;

    /// <summary>By how much a time-out may vary either way, so that many requests lost together are not repeated together; 0.15 by default.</summary>
    public double Jitter { get; init; } = 0.15;
}
