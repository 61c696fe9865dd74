namespace Plenum.Gateway.Supervision;

/// <summary>The times of a <see cref="Supervisor"/>.</summary>
public sealed record SupervisorOptions
{
    /// <summary>The silence at which a part counts as stuck, unless it is started with its own; 60 s by default.</summary>
    public TimeSpan AllowedSilence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often the watchdog looks; 1 s by default. Above 0, and well below the shortest allowed silence.</summary>
    public TimeSpan WatchPeriod { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the parts may take to stop; 8 s by default, below the 10 s after which a container is killed.</summary>
    public TimeSpan StopAllowance { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Whether the watchdog has a thread of its own; without one its owner calls <see cref="Watchdog.Look"/>, which is for time that is not real.</summary>
    internal bool HasWatchThread { get; init; } = true;
}
