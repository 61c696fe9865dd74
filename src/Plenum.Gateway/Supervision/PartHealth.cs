namespace Plenum.Gateway.Supervision;

/// <summary>How one part is, at one moment.</summary>
/// <param name="Name">The part.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Since">Since when.</param>
/// <param name="LastBeat">When it last showed progress; null if it has not since it was started.</param>
/// <param name="Restarts">How often it has been restarted.</param>
/// <param name="LastError">Why it last failed; null if it never has.</param>
/// <param name="Status">What it says about itself.</param>
public sealed record PartHealth(string Name, PartState State, DateTimeOffset Since, DateTimeOffset? LastBeat, long Restarts, string? LastError, PartStatus Status)
{
    /// <summary>The part's colour: red when it has failed or is stuck, yellow on its way up, and else what it says itself.</summary>
    public HealthLevel Level => State switch
    {
        PartState.Failed or PartState.Stuck => HealthLevel.Red,
        PartState.Starting or PartState.Restarting => HealthLevel.Yellow,
        PartState.Stopped => HealthLevel.Ok,
        _ => Status.Level,
    };
}

/// <summary>What a part says about itself.</summary>
/// <param name="Level">Its colour.</param>
/// <param name="Reason">Why it is not <see cref="HealthLevel.Ok"/>, with the cure; or what it is doing.</param>
public readonly record struct PartStatus(HealthLevel Level, string? Reason);

/// <summary>What a part is doing.</summary>
public enum PartState : byte
{
    /// <summary>It has been started and has not beaten yet.</summary>
    Starting,
    /// <summary>It runs.</summary>
    Running,
    /// <summary>It failed and is about to be started again.</summary>
    Restarting,
    /// <summary>It failed too often.</summary>
    Failed,
    /// <summary>It has been silent for longer than it may.</summary>
    Stuck,
    /// <summary>It was stopped on purpose.</summary>
    Stopped,
}

/// <summary>How good or bad things are, in three colours; the worse is the higher.</summary>
public enum HealthLevel : byte
{
    /// <summary>All is well.</summary>
    Ok,
    /// <summary>Something needs looking at; values flow.</summary>
    Yellow,
    /// <summary>Values do not flow.</summary>
    Red,
}
