using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Sockets;
using Plenum.Demo;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Hosting;
using Plenum.Gateway.Supervision;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Hosting;

/// <summary>A building on loopback sockets, a server that plays ThingsBoard, and the whole gateway between them.</summary>
internal sealed class HostedGateway : IAsyncDisposable
{
    private const string Token = "A1_TEST_TOKEN";

    private readonly TemporaryFolder _folder = new();
    private readonly List<ThingsBoardStandIn> _servers = [];

    private HostedGateway(BuildingOptions options)
    {
        Building = Building.Open(options with { Bind = new BindRange(0x7F30_0000, 16), Port = FreePort() }, TimeProvider.System, NullLogger.Instance);
        Building.Start();
    }

    public Building Building { get; }

    public ThingsBoardStandIn Server => _servers[^1];

    public GatewayHost Gateway { get; private set; } = null!;

    public RecordingLoggers Loggers { get; } = new();

    /// <summary>The gateway's own UDP port.</summary>
    public int OwnPort { get; } = FreePort();

    /// <summary>The TCP port on which the server is expected.</summary>
    public int ServerPort { get; } = FreePort();

    /// <summary>The time series values that arrived.</summary>
    public ConcurrentQueue<Delivery> Delivered { get; } = new();

    /// <summary>The attributes that arrived: what devices' announcements say.</summary>
    public ConcurrentQueue<Delivery> Attributes { get; } = new();

    /// <summary>Whether the server is told how devices do.</summary>
    public bool ReportsStatus { get; init; } = true;

    /// <summary>What the devices are called on the server; an expression.</summary>
    public string Name { get; init; } = "${objectName}";

    public TimeSpan Period { get; init; } = TimeSpan.FromMilliseconds(200);

    public TimeSpan UplinkPatience { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Messages that arrived, each once, by device and time.</summary>
    public IReadOnlyCollection<(string Device, long? Timestamp)> Messages => Delivered.Select(value => (value.Device, value.TimestampMs)).ToHashSet();

    public static HostedGateway Over(int devices = 3, bool isSilent = false, string name = "${objectName}", bool reportsStatus = true) =>
        new(new BuildingOptions { Devices = devices, PointsPerDevice = 9, Faults = new() { Silent = isSilent } }) { Name = name, ReportsStatus = reportsStatus };

    public async Task StartServerAsync()
    {
        _servers.Add(await ThingsBoardStandIn.StartAsync(new StandInOptions { Tokens = [Token], Port = ServerPort }, TimeProvider.System));
        Server.Delivered += value => (value.TimestampMs is null ? Attributes : Delivered).Enqueue(value);
    }

    public void StartGateway() => Gateway = GatewayHost.Start(Plan(), new GatewayOptions
    {
        Loggers = Loggers,
        Version = "1.2.3",
        EndProcess = reason => throw new InvalidOperationException(reason.Explanation),
        UplinkPatience = UplinkPatience,
    });

    /// <summary>The health of the connector, or of the uplink.</summary>
    public PartHealth Health(string name) => Gateway.Snapshot.Health.Parts.Single(part => part.Name.Contains(name, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        if (Gateway is not null) await Gateway.DisposeAsync();
        foreach (var server in _servers) await server.DisposeAsync();
        Building.Dispose();
        _folder.Dispose();
    }

    private static ushort FreePort()
    {
        // Free for UDP and, where a server is to listen, for TCP: ports of the one kind say nothing of the other.
        using var tcp = new TcpListener(IPAddress.Loopback, 0);
        tcp.Start();
        return (ushort)((IPEndPoint)tcp.LocalEndpoint).Port;
    }

    private Plan Plan() => new(1, new("127.0.0.1", ServerPort, TimeSpan.FromSeconds(120), 1, 8196, new(Token, null, null, null, false, null, null, null)),
        new(_folder.Path, 64 << 20, 1_000_000, TimeSpan.FromDays(1)),
        [Plans.Connector(Building.Controllers.Select(Device), OwnPort, "127.0.0.1") with { ReportsStatus = ReportsStatus }]);

    private DevicePlan Device(Controller device) => Plans.Device(device.Address, device.Device.Instance, Period, Plans.Points(device.Device.Points), Name, "ahu") with
    {
        Path = $"devices[{device.Device.Instance - 1000}]",
        AttributeUpdates = [new("attributeUpdates[0]", "sp", new(Plenum.Bacnet.Protocol.Types.ObjectType.AnalogValue, 1), Plenum.Bacnet.Protocol.Types.PropertyId.PresentValue, 8)],
    };
}
