namespace Plenum.Bacnet.Simulator.Faults;

/// <summary>What is wrong with a device at present.</summary>
public sealed record FaultProfile
{
    /// <summary>Nothing is wrong.</summary>
    public static FaultProfile Healthy { get; } = new();

    /// <summary>Exchanges that fail, in percent, 0..100; default 0. In one half of them the request is lost, in the other half the device acts and its reply is lost.</summary>
    public double LossPercent { get; init; }

    /// <summary>How long a request lies before the device looks at it; default 0.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>A random time between 0 and this is added to <see cref="Delay"/>, for each request anew; default 0. Requests may overtake each other.</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>Whether the device hears nothing and says nothing; default false.</summary>
    public bool Silent { get; init; }

    /// <summary>Replies that are sent twice, in percent, 0..100; default 0.</summary>
    public double DuplicatePercent { get; init; }
}
