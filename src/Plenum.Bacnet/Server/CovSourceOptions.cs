namespace Plenum.Bacnet.Server;

/// <summary>How a device of ours tells of its changes.</summary>
public sealed record CovSourceOptions
{
    /// <summary>How many subscriptions it holds; 1000 by default.</summary>
    public int Room { get; init; } = 1000;

    /// <summary>How often it looks for changes; 1 s by default.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long it waits for the acknowledgement of a confirmed notification; 3 s by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How often it repeats one that is not acknowledged; 3 times by default.</summary>
    public int Retries { get; init; } = 3;
}
