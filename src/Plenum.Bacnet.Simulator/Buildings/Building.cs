using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Faults;
using Plenum.Bacnet.Simulator.Served;
using Plenum.Bacnet.Simulator.Signals;
using Plenum.Bacnet.Simulator.Sockets;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <summary>Many simulated devices, on sockets of this machine or on any other transports.</summary>
public sealed class Building : IDisposable
{
    private readonly List<Controller> _controllers = [];
    private readonly SocketNetwork? _network;
    private readonly ScenarioPlayer _scenario;

    /// <summary>A building whose devices each get a transport from somewhere.</summary>
    /// <param name="options">What it is made of.</param>
    /// <param name="attach">Gives the transport of the device with an index, counted from 0; the building disposes it.</param>
    /// <param name="time">Where time comes from.</param>
    /// <param name="observer">Is told what was served; null when nobody wants to know.</param>
    /// <exception cref="ArgumentOutOfRangeException">The devices do not fit into the range of instances.</exception>
    public Building(BuildingOptions options, Func<int, IDatagramTransport> attach, TimeProvider time, IServedObserver? observer = null)
        : this(options, attach, network: null, time, observer) { }

    private Building(BuildingOptions options, Func<int, IDatagramTransport> attach, SocketNetwork? network, TimeProvider time, IServedObserver? observer)
    {
        if (options.Devices < 1 || options.FirstInstance + (ulong)options.Devices > ObjectId.AnyInstance)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), $"{options.Devices} devices from instance {options.FirstInstance} on are not possible: have at least one, and none above {ObjectId.AnyInstance - 1}");
        }
        (_network, Clock) = (network, new(time, options.Resolution));
        _scenario = new(options.Scenario, _controllers, time);
        try
        {
            AddControllers(options, attach, time, observer);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The devices, in the order of their instances.</summary>
    public IReadOnlyList<Controller> Controllers => _controllers;

    /// <summary>The clock that all signals follow.</summary>
    public SignalClock Clock { get; }

    /// <summary>What the faults of all devices have done so far.</summary>
    public FaultCounters FaultCounters => _controllers.Aggregate(default(FaultCounters), (sum, controller) => sum + controller.FaultCounters);

    /// <summary>A building on UDP sockets of this machine: broadcasts to its subnet reach every device.</summary>
    /// <exception cref="PortBusyException">Another socket holds one of the ports.</exception>
    /// <exception cref="HostAddressException">One of the addresses is not of this machine.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The devices do not fit into the range of addresses, ports or instances.</exception>
    public static Building Open(BuildingOptions options, TimeProvider time, ILogger logger, IServedObserver? observer = null)
    {
        var network = new SocketNetwork(options.Bind, options.Port, options.Devices, logger);
        return new(options, network.Attach, network, time, observer);
    }

    /// <summary>The device with an instance; null when there is none.</summary>
    public Controller? Find(uint instance) => _controllers.Find(controller => controller.Device.Instance == instance);

    /// <summary>Lets the devices hear, begins the scenario, and says of each device that it is there.</summary>
    public void Start()
    {
        foreach (var controller in _controllers) controller.Start();
        _network?.Start();
        _scenario.Start();
        foreach (var controller in _controllers) controller.Announce();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _scenario.Dispose();
        _network?.Dispose();
        foreach (var controller in _controllers) controller.Dispose();
    }

    private void AddControllers(BuildingOptions options, Func<int, IDatagramTransport> attach, TimeProvider time, IServedObserver? observer)
    {
        var layout = new PointLayout(options.PointsPerDevice);
        var numbers = new NumberSource();
        for (var i = 0; i < options.Devices; i++)
        {
            var device = options.Extended ? new ExtendedDevice(options.DeviceAt(i), Clock, layout) : new SimulatedDevice(options.DeviceAt(i), Clock, layout);
            var faulty = new FaultyTransport(attach(i), time, Mixing.Mix(options.Seed, device.Instance))
            {
                Faults = options.Faults with { Silent = options.Faults.Silent || options.Silent.Contains(device.Instance) },
            };
            var served = observer is null ? null : new ServedTransport(faulty, device.Instance, observer, numbers, Clock);
            _controllers.Add(new(device, faulty, served, new() { Room = options.CovRoom }, time) { IsMute = options.MuteCov.Contains(device.Instance) });
        }
    }
}
