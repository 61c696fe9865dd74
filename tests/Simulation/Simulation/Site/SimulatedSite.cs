using System.Net;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Model;
using Plenum.Simulation.Time;
using Plenum.TestKit;

namespace Plenum.Simulation.Site;

/// <summary>A building: devices on the gateway's own network and on a slow trunk behind a router.</summary>
internal sealed class SimulatedSite : IDisposable
{
    public const ushort Trunk = 2001;
    public static readonly TimeSpan Resolution = TimeSpan.FromMilliseconds(100);
    private const string RouterAddress = "10.0.0.254";
    private static readonly DeviceAddress GatewayAddress = DeviceAddress.Parse("10.0.0.1");

    private readonly WorldOptions _options;
    private readonly List<MovableTransport> _places = [];
    private readonly Building _building;
    private uint _nextAddress = DeviceAddress.Parse("10.0.9.1").Ip;

    public SimulatedSite(WorldOptions options, ProcessTime time)
    {
        _options = options;
        Lan = new(time, options.Seed) { Faults = new() { Delay = TimeSpan.FromMilliseconds(2), LossPercent = options.LossPercent } };
        TrunkLan = new(time, options.Seed + 1) { Faults = new() { Delay = TimeSpan.FromMilliseconds(60), Jitter = TimeSpan.FromMilliseconds(40), LossPercent = options.LossPercent } };
        Router.Join(Lan, RouterAddress, 1);
        Router.Join(TrunkLan, "10.9.0.254", Trunk, MacKind.Trunk);
        _building = new(new() { Devices = options.Devices, PointsPerDevice = options.Points, Seed = (ulong)options.Seed, Resolution = Resolution }, Attach, time);
        _building.Start();
    }

    /// <summary>The gateway's own network.</summary>
    public VirtualLan Lan { get; }

    /// <summary>The network behind the router.</summary>
    public VirtualLan TrunkLan { get; }

    public VirtualRouter Router { get; } = new();

    public IReadOnlyList<Controller> Devices => _building.Controllers;

    /// <summary>The name of a device on the server.</summary>
    public static string NameOf(Controller device) => $"D{device.Device.Instance}";

    /// <summary>Whether a device is behind the router: at most 60 can be.</summary>
    public static bool IsBehindRouter(int index) => index % 5 == 4 && index < 300;

    /// <summary>Whether a device is configured by its instance alone.</summary>
    public static bool IsByInstance(int index) => index % 5 == 3;

    /// <summary>Gives the gateway its port on the network.</summary>
    public VirtualTransport AttachGateway() => Lan.Attach(GatewayAddress);

    /// <summary>A device gets another address on the gateway's own network, and says that it is there.</summary>
    public void Move(int index)
    {
        _places[index].MoveTo(new(_nextAddress++, DeviceAddress.DefaultPort));
        Devices[index].Announce();
    }

    /// <inheritdoc/>
    public void Dispose() => _building.Dispose();

    /// <summary>The plan of a gateway for this site.</summary>
    public Plan Plan(string folder) => new(1,
        new("server", 1883, TimeSpan.FromSeconds(120), 1, 8196, new("token", null, null, null, false, null, null, null)),
        new(folder, 1L << 30, 10_000_000, TimeSpan.FromDays(365)),
        [new("BACnet", "id", "bacnet.json",
            new("Plenum", IPAddress.Parse("10.0.0.1"), DeviceAddress.DefaultPort, 8, 599, 15, 1476, Segmentation.SegmentedBoth, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)),
            [.. Devices.Select((device, index) => DevicePlan(index, device))])]);

    private DevicePlan DevicePlan(int index, Controller device) => new($"devices[{index}]",
        IsByInstance(index) ? null : IsBehindRouter(index) ? DeviceAddress.Parse(RouterAddress) with { Remote = new(Trunk, MacOf(index), 1) } : AddressOf(index),
        device.Device.Instance, Expression.Parse(NameOf(device)), Expression.Parse("default"), _options.Period,
        [.. device.Device.Points.Select(PointPlan)], [], []);

    private static PointPlan PointPlan(ObjectId id) =>
        new($"timeseries[{id}]", Expression.Parse(id.ToString()), id, PropertyId.PresentValue, null, MessageKind.Telemetry, ReportStrategy.OnReceived);

    private MovableTransport Attach(int index)
    {
        var place = IsBehindRouter(index) ? new MovableTransport(TrunkLan, new(DeviceAddress.Parse("10.9.0.0").Ip + MacOf(index), DeviceAddress.DefaultPort)) : new MovableTransport(Lan, AddressOf(index));
        _places.Add(place);
        return place;
    }

    private static uint MacOf(int index) => (uint)(1 + (index / 5));

    private static DeviceAddress AddressOf(int index) => new(DeviceAddress.Parse("10.0.1.0").Ip + 1 + (uint)index, DeviceAddress.DefaultPort);
}
