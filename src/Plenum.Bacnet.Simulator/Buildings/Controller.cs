using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Simulator.Faults;
using Plenum.Bacnet.Simulator.Served;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <summary>A device of a building at its place on the network.</summary>
public sealed class Controller : IDisposable
{
    /// <summary>How long it waits before it restarts because it was told to, for the answer to go out, and how long it is down then.</summary>
    private static readonly TimeSpan BeforeRestart = TimeSpan.FromMilliseconds(100), DownOnRequest = TimeSpan.FromSeconds(3);

    private readonly BacnetPort _port;
    private readonly BacnetServer _server;
    private readonly FaultyTransport _faulty;
    private readonly ITimer _restart;
    private RestartReason _why;

    internal Controller(SimulatedDevice device, FaultyTransport faulty, ServedTransport? served, CovSourceOptions cov, TimeProvider time)
    {
        Device = device;
        _faulty = faulty;
        device.Served = served;
        _port = new(served ?? (IDatagramTransport)faulty);
        if (device.TellsChanges) device.Changes = new(_port, device, cov, time) { Communication = device.Communication };
        _server = new(_port, device, time) { Cov = device.Changes };
        faulty.Restarted += _server.AnnounceIAm;
        device.PortObject.Port = _port;
        device.Begin(_port, time);
        using (ExecutionContext.SuppressFlow())
            _restart = time.CreateTimer(static self => ((Controller)self!).Restart(DownOnRequest, ((Controller)self!)._why), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        device.Restarting = why =>
        {
            _why = why;
            _restart.Change(BeforeRestart, Timeout.InfiniteTimeSpan);
        };
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
    /// <param name="downFor">How long it is silent.</param>
    /// <param name="reason">Why it restarts.</param>
    public void Restart(TimeSpan downFor, RestartReason reason = RestartReason.Unknown)
    {
        _faulty.Restart(downFor);
        Device.Reset(reason);
    }

    /// <summary>Says to everyone that it is there.</summary>
    public void Announce() => _server.AnnounceIAm();

    /// <summary>Takes it off the network for good.</summary>
    public void Dispose()
    {
        _restart.Dispose();
        (Device as IDisposable)?.Dispose();
        Device.Changes?.Dispose();
        _port.Dispose();
    }

    internal void Start() => _port.Start();
}
