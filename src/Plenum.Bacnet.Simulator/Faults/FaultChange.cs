namespace Plenum.Bacnet.Simulator.Faults;

/// <summary>What a step of a scenario changes about a device; what is null stays as it is.</summary>
public sealed record FaultChange
{
    /// <summary>Everything else that is wrong is put right first; default false.</summary>
    public bool Healthy { get; init; }

    /// <summary>New <see cref="FaultProfile.LossPercent"/>.</summary>
    public double? LossPercent { get; init; }

    /// <summary>New <see cref="FaultProfile.Delay"/>.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>New <see cref="FaultProfile.Jitter"/>.</summary>
    public TimeSpan? Jitter { get; init; }

    /// <summary>New <see cref="FaultProfile.Silent"/>.</summary>
    public bool? Silent { get; init; }

    /// <summary>New <see cref="FaultProfile.DuplicatePercent"/>.</summary>
    public double? DuplicatePercent { get; init; }

    /// <summary>The device restarts and is down for so long.</summary>
    public TimeSpan? Restart { get; init; }

    /// <summary>What is wrong with a device after the change.</summary>
    public FaultProfile ApplyTo(FaultProfile faults)
    {
        var before = Healthy ? FaultProfile.Healthy : faults;
        return before with
        {
            LossPercent = LossPercent ?? before.LossPercent,
            Delay = Delay ?? before.Delay,
            Jitter = Jitter ?? before.Jitter,
            Silent = Silent ?? before.Silent,
            DuplicatePercent = DuplicatePercent ?? before.DuplicatePercent,
        };
    }
}
