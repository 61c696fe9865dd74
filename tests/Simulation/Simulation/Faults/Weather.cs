using Plenum.Bacnet.Protocol.Types;
using Plenum.Simulation.Checks;
using Plenum.Simulation.Disk;
using Plenum.Simulation.Server;
using Plenum.Simulation.Site;

namespace Plenum.Simulation.Faults;

/// <summary>Makes the faults of the moment happen to the network, the devices, the server, the disk and the clock. Faults may overlap: the state is what all of them together make.</summary>
internal sealed class Weather(WorldOptions options, SimulatedSite site, SimulatedServer server, SimulatedDisk disk, WallErrors wall)
{
    private readonly List<Fault> _active = [];
    private bool _isBusy;

    /// <summary>The faults of the moment.</summary>
    public IReadOnlyList<Fault> Active => _active;

    /// <summary>A fault begins.</summary>
    public void Begin(Fault fault)
    {
        _active.Add(fault);
        switch (fault.Kind)
        {
            case FaultKind.DeviceRestarts: site.Devices[fault.Device].Restart(fault.Lasts, RestartReason.Coldstart); break;
            case FaultKind.DeviceMoves: site.Move(MovableNear(fault.Device)); break;
            case FaultKind.ServerRestarts: server.Restart(); break;
        }
        Apply();
    }

    /// <summary>A fault is over.</summary>
    public void End(Fault fault)
    {
        _active.Remove(fault);
        Apply();
    }

    /// <summary>The device that moves when this one is meant: only one that is known by its instance is found again.</summary>
    public int MovableNear(int device) => Math.Min(device - (device % 5) + 3, (options.Devices / 5 * 5) - 2) is >= 3 and var movable ? movable : 3;

    private void Apply()
    {
        var loss = Is(FaultKind.Partition) ? 100 : Math.Max(options.LossPercent, 60 * Most(FaultKind.Loss));
        site.Lan.Faults = new()
        {
            LossPercent = loss,
            DuplicatePercent = 50 * Most(FaultKind.Disorder),
            Delay = TimeSpan.FromMilliseconds(2),
            Jitter = TimeSpan.FromMilliseconds(300 * Most(FaultKind.Disorder)),
        };
        site.TrunkLan.Faults = new()
        {
            LossPercent = options.LossPercent,
            Delay = TimeSpan.FromMilliseconds(60 + (1500 * Most(FaultKind.TrunkSlow))),
            Jitter = TimeSpan.FromMilliseconds(40),
        };
        site.Router.IsSilent = Is(FaultKind.RouterSilent);
        SetBusy(Is(FaultKind.RouterBusy));
        for (var i = 0; i < site.Devices.Count; i++)
        {
            site.Devices[i].Faults = new()
            {
                Silent = _active.Exists(fault => fault.Kind == FaultKind.DeviceSilent && fault.Device == i),
                Delay = TimeSpan.FromSeconds(3 * _active.Where(fault => fault.Kind == FaultKind.DeviceSlow && fault.Device == i).Select(fault => fault.Strength).DefaultIfEmpty().Max()),
            };
        }
        server.Link = Is(FaultKind.ServerDead) ? ServerLink.Dead : Is(FaultKind.ServerRefuses) ? ServerLink.Refusing : ServerLink.Up;
        if (server.Link == ServerLink.Refusing) server.Restart();
        server.Delay = TimeSpan.FromMilliseconds(20 + (5000 * Most(FaultKind.ServerSlow)));
        server.LosesAcknowledgements = Is(FaultKind.AcknowledgementsLost);
        disk.IsRefusing = Is(FaultKind.DiskRefuses);
        wall.Set(_active.LastOrDefault(fault => fault.Kind == FaultKind.ClockSet) is { } set ? TimeSpan.FromDays(Math.Round((2 * set.Strength) - 1, 3)) : TimeSpan.Zero);
    }

    private void SetBusy(bool isBusy)
    {
        if (isBusy == _isBusy) return;
        _isBusy = isBusy;
        if (isBusy) site.Router.BecomeBusy(SimulatedSite.Trunk);
        else site.Router.BecomeAvailable(SimulatedSite.Trunk);
    }

    private bool Is(FaultKind kind) => _active.Exists(fault => fault.Kind == kind);

    private double Most(FaultKind kind) => _active.Where(fault => fault.Kind == kind).Select(fault => fault.Strength).DefaultIfEmpty().Max();
}
