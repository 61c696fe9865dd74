namespace Plenum.Gateway.Uplink;

/// <summary>The uplink in figures, for people and for health.</summary>
/// <param name="ConnectedSince">When the session began; null while there is none.</param>
/// <param name="LastAcknowledged">When the server last acknowledged values; null if it never has.</param>
/// <param name="InFlight">Publishes that wait for their acknowledgement.</param>
/// <param name="Published">Publishes of values sent since the start, repeated ones included.</param>
/// <param name="Acknowledged">Stored messages that the server has acknowledged since the start.</param>
/// <param name="Rejected">Stored messages set aside since the start because the server would not have them.</param>
/// <param name="Sessions">Sessions since the start; all but the first are reconnects.</param>
/// <param name="ProblemCode">The stable code of what is wrong now; null when nothing is.</param>
/// <param name="Problem">What is wrong now, with its cure; null when nothing is.</param>
public sealed record UplinkState(DateTimeOffset? ConnectedSince, DateTimeOffset? LastAcknowledged, int InFlight, long Published, long Acknowledged,
    long Rejected, long Sessions, string? ProblemCode, string? Problem)
{
    /// <summary>Stored messages with attributes that were not sent because the server has newer values of all of them, since the start.</summary>
    public long Superseded { get; init; }

    /// <summary>Sessions after the first.</summary>
    public long Reconnects => Math.Max(0, Sessions - 1);
}

/// <summary>Where the state is kept: written by the loop, read from anywhere.</summary>
internal sealed class UplinkFigures(TimeProvider time)
{
    private readonly Lock _lock = new();
    private long _acknowledgedAt = time.GetTimestamp();
    private UplinkState _state = new(null, null, 0, 0, 0, 0, 0, null, null);

    public UplinkState Now
    {
        get { lock (_lock) return _state; }
    }

    public TimeSpan SinceAcknowledged => time.GetElapsedTime(Volatile.Read(ref _acknowledgedAt));

    public void Connected() => Change(it => it with { ConnectedSince = time.GetUtcNow(), Sessions = it.Sessions + 1, ProblemCode = null, Problem = null });

    public void Disconnected() => Change(it => it with { ConnectedSince = null, InFlight = 0 });

    public void Sent(int inFlight) => Change(it => it with { Published = it.Published + 1, InFlight = inFlight });

    public void Settled(int inFlight) => Change(it => it with { InFlight = inFlight });

    /// <summary>Values arrived: whatever was wrong is over.</summary>
    public void Acknowledged(int messages)
    {
        Volatile.Write(ref _acknowledgedAt, time.GetTimestamp());
        Change(it => it with { Acknowledged = it.Acknowledged + messages, LastAcknowledged = time.GetUtcNow(), ProblemCode = null, Problem = null });
    }

    public void Rejected() => Change(it => it with { Rejected = it.Rejected + 1 });

    public void Superseded() => Change(it => it with { Superseded = it.Superseded + 1 });

    public void Problem(string code, string text) => Change(it => it with { ProblemCode = code, Problem = text });

    private void Change(Func<UplinkState, UplinkState> change)
    {
        lock (_lock) _state = change(_state);
    }
}
