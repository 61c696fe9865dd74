namespace Plenum.ThingsBoard.Session;

/// <summary>What a session keeps to because the server said so; null where it said nothing.</summary>
/// <param name="PayloadBytes">Largest payload of a publish.</param>
/// <param name="InFlight">Most publishes that wait for their acknowledgement at a time.</param>
public sealed record SessionLimits(int? PayloadBytes, int? InFlight)
{
    /// <summary>The part of the server's stated limits that is used, in percent: its count and ours may differ by what is on the way.</summary>
    public const int UsedPercent = 80;

    /// <summary>The server has said nothing.</summary>
    public static SessionLimits None { get; } = new(null, null);

    /// <summary>The narrower of both, limit by limit.</summary>
    public SessionLimits And(SessionLimits other) => new(Narrower(PayloadBytes, other.PayloadBytes), Narrower(InFlight, other.InFlight));

    private static int? Narrower(int? one, int? other) =>
        one is { } a && other is { } b ? Math.Min(a, b) : one ?? other;
}
