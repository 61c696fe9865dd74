using Plenum.Simulation.Faults;

namespace Plenum.Simulation;

/// <summary>How large a world is, how long it lasts, and how much goes wrong in it.</summary>
internal sealed record WorldOptions
{
    /// <summary>What everything is derived from.</summary>
    public required int Seed { get; init; }

    /// <summary>How many devices; every fifth is behind the router, and every fifth is known by its instance alone.</summary>
    public int Devices { get; init; } = 10;

    /// <summary>Points of each device.</summary>
    public int Points { get; init; } = 8;

    /// <summary>Between two polls of a device.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long things go wrong.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>After the last fault: how long until all must be well again.</summary>
    public TimeSpan Recovery { get; init; } = TimeSpan.FromMinutes(12);

    /// <summary>How many faults.</summary>
    public int Faults { get; init; } = 12;

    /// <summary>Of a hundred datagrams, how many are lost all the time.</summary>
    public double LossPercent { get; init; }

    /// <summary>A mistake put in on purpose.</summary>
    public Planted Planted { get; init; }

    /// <summary>How many lines of the trace are kept.</summary>
    public int TraceLines { get; init; } = 400;
}
