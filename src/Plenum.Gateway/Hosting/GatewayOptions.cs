using Microsoft.Extensions.Logging;
using Plenum.Gateway.Supervision;

namespace Plenum.Gateway.Hosting;

/// <summary>What a gateway takes from outside: clocks, chance, the log, and the way out.</summary>
public sealed record GatewayOptions
{
    /// <summary>The clocks.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where jitter comes from.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>The log.</summary>
    public required ILoggerFactory Loggers { get; init; }

    /// <summary>The program's version, which the gateway's own BACnet device tells.</summary>
    public required string Version { get; init; }

    /// <summary>Ends the process at once; called when a part is stuck, since nothing can be trusted to stop in order then.</summary>
    public required Action<ExitReason> EndProcess { get; init; }

    /// <summary>How long the server may be out of reach before health turns yellow; 60 s by default.</summary>
    public TimeSpan UplinkPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The network, the disk and the server; null for the real ones.</summary>
    internal ISurroundings? Surroundings { get; init; }

    /// <summary>The times of supervision.</summary>
    internal SupervisorOptions Supervision { get; init; } = new();
}
