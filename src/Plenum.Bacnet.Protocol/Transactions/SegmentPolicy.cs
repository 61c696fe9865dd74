namespace Plenum.Bacnet.Protocol.Transactions;

/// <summary>How messages are sent and taken in segments (clause 5.2), and what bounds them.</summary>
public sealed record SegmentPolicy
{
    /// <summary>How long an acknowledgement is waited for before a window is sent again (APDU_Segment_Timeout, clause 12.11.29); 2 s by default.
    /// Whoever receives gives up after four times as long without a new segment.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often a window is sent again before it is given up; 3 by default.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The largest window that is proposed or granted, 1..64; 16 segments by default.</summary>
    public int Window { get; init; } = 16;

    /// <summary>The longest message that is put together; 1 MiB by default.</summary>
    public int MostOctets { get; init; } = 1 << 20;

    /// <summary>The most segments that are taken of one message, at least 2; 4096 by default. It is said in every request (BTL guideline 6.3).</summary>
    public int MostSegments { get; init; } = 4096;
}
