using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Simulator.Faults;
using Plenum.Bacnet.Simulator.Served;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <summary>A device of a building at its place on the network.</summary>
public sealed class Controller : IDisposable
{
    private readonly BacnetPort _port;
    private readonly BacnetServer _server;
    private readonly FaultyTransport _faulty;

    internal Controller(SimulatedDevice device, FaultyTransport faulty, ServedTransport? served, CovSourceOptions cov, TimeProvider time)
    {
        Device = device;
        _faulty = faulty;
        device.Served = served;
        _port = new(served ?? (IDatagramTransport)faulty);
        if (device.TellsChanges) device.Changes = new(_port, device, cov, time);
        _server = new(_port, device, time) { Cov = device.Changes };
        faulty.Restarted += _server.AnnounceIAm;
    }

    /// <summary>The device.</summary>
    public SimulatedDevice Device { get; }

    /// <summary>Where it is.</summary>
    public DeviceAddress Address => _port.LocalAddress;

    /// <summary>What is wrong with it; a change counts from the next request on.</summary>
    public FaultProfile Faults
    {
        get => _faulty.Faults;
        set => _faulty.Faults = value;
    }

    /// <summary>What its faults have done so far.</summary>
    public FaultCounters FaultCounters => _faulty.FaultCounters;

    /// <summary>What has come in and gone out on its transport.</summary>
    public TransportCounters Traffic => _faulty.Counters;

    /// <summary>How many subscriptions to its changes it holds.</summary>
    public int Subscriptions => Device.Changes?.Count ?? 0;

    /// <summary>Whether it accepts subscriptions and tells no change; a device that knows of none does neither.</summary>
    public bool IsMute
    {
        get => Device.Changes?.IsMute ?? false;
        set => _ = Device.Changes is { } changes && (changes.IsMute = value);
    }

    /// <summary>Loses every subscription without a restart and without a word.</summary>
    public void ForgetSubscriptions() => Device.Changes?.Forget();

    /// <summary>Restarts it: it forgets commands and subscriptions, is silent for a while, and says then that it is there.</summary>
    public void Restart(TimeSpan downFor)
    {
        _faulty.Restart(downFor);
        Device.Reset();
    }

    /// <summary>Says to everyone that it is there.</summary>
    public void Announce() => _server.AnnounceIAm();

    /// <summary>Takes it off the network for good.</summary>
    public void Dispose()
    {
        Device.Changes?.Dispose();
        _port.Dispose();
    }

    internal void Start() => _port.Start();
}
