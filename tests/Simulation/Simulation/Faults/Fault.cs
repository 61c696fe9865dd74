using System.Globalization;

namespace Plenum.Simulation.Faults;

/// <summary>One thing that goes wrong.</summary>
/// <param name="At">When.</param>
/// <param name="Lasts">For how long.</param>
/// <param name="Kind">What.</param>
/// <param name="Device">The device that it happens to, if it happens to one.</param>
/// <param name="Strength">0..1: how bad, or how far.</param>
internal sealed record Fault(TimeSpan At, TimeSpan Lasts, FaultKind Kind, int Device, double Strength)
{
    /// <summary>Whether it can keep the values of a device from being stored.</summary>
    public bool Touches(int device, bool isBehindRouter) => Kind switch
    {
        FaultKind.DeviceSilent or FaultKind.DeviceRestarts or FaultKind.DeviceMoves or FaultKind.DeviceSlow => device == Device,
        FaultKind.TrunkSlow or FaultKind.RouterSilent or FaultKind.RouterBusy => isBehindRouter,
        FaultKind.ServerRefuses or FaultKind.ServerDead or FaultKind.ServerRestarts or FaultKind.ServerSlow or FaultKind.AcknowledgementsLost or FaultKind.ClockSet => false,
        _ => true,
    };

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind} for {Lasts.TotalSeconds:0} s (device {Device}, strength {Strength:0.00})");
}

/// <summary>What can go wrong.</summary>
internal enum FaultKind : byte
{
    /// <summary>Datagrams are lost on the gateway's network.</summary>
    Loss,
    /// <summary>They come twice and overtake one another.</summary>
    Disorder,
    /// <summary>The gateway is cut off from its network.</summary>
    Partition,
    /// <summary>A device does not answer.</summary>
    DeviceSilent,
    /// <summary>A device answers late.</summary>
    DeviceSlow,
    /// <summary>A device restarts.</summary>
    DeviceRestarts,
    /// <summary>A device gets another address.</summary>
    DeviceMoves,
    /// <summary>The trunk takes seconds.</summary>
    TrunkSlow,
    /// <summary>The router is off.</summary>
    RouterSilent,
    /// <summary>The router says that it is busy.</summary>
    RouterBusy,
    /// <summary>The server is down.</summary>
    ServerRefuses,
    /// <summary>The way to the server is dead, and nobody says so.</summary>
    ServerDead,
    /// <summary>The server restarts.</summary>
    ServerRestarts,
    /// <summary>The server takes its time.</summary>
    ServerSlow,
    /// <summary>What is published arrives, and its acknowledgement does not.</summary>
    AcknowledgementsLost,
    /// <summary>The gateway's process is killed.</summary>
    Killed,
    /// <summary>The process dies in the middle of writing.</summary>
    KilledWriting,
    /// <summary>The power fails.</summary>
    PowerLost,
    /// <summary>The power fails in the middle of writing.</summary>
    PowerLostWriting,
    /// <summary>The disk refuses to be written.</summary>
    DiskRefuses,
    /// <summary>Someone sets the wall clock.</summary>
    ClockSet,
}
