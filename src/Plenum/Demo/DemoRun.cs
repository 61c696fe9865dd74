using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Faults;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Hosting;

namespace Plenum.Demo;

/// <summary>A building on real sockets, a server that plays ThingsBoard, and the very gateway of <c>run</c> between them.</summary>
internal sealed class DemoRun : IAsyncDisposable
{
    private readonly DemoOptions _options;
    private readonly string _folder;
    private readonly Building _building;
    private readonly ThingsBoardStandIn _server;
    private readonly Process _self = Process.GetCurrentProcess();
    private long _mostResident;

    private DemoRun(DemoOptions options, string folder, Ledger ledger, Building building, ThingsBoardStandIn server, GatewayHost gateway)
    {
        (_options, _folder, _building, _server) = (options, folder, building, server);
        (Ledger, Gateway) = (ledger, gateway);
    }

    public GatewayHost Gateway { get; }

    public Ledger Ledger { get; }

    public DemoOptions Options => _options;

    /// <summary>Starts all three.</summary>
    /// <exception cref="Plenum.Bacnet.Transport.TransportUnavailableException">The building's addresses cannot be had.</exception>
    public static async Task<DemoRun> StartAsync(DemoOptions options, ILoggerFactory loggers, string version)
    {
        var folder = Directory.CreateTempSubdirectory("plenum-demo-").FullName;
        var ledger = new Ledger(TimeProvider.System);
        var building = Building.Open(new BuildingOptions
        {
            Devices = options.Devices,
            PointsPerDevice = options.Points,
            Seed = options.Seed,
            Port = FreeUdpPort(),
            Faults = new FaultProfile { LossPercent = options.LossPercent },
        }, TimeProvider.System, loggers.CreateLogger("Plenum.Simulator"), ledger);
        foreach (var controller in building.Controllers)
            foreach (var point in controller.Device.Points)
                ledger.Open(controller.Device.Instance, point, DemoConfiguration.NameOf(controller), DemoConfiguration.KeyOf(point));
        var server = await ThingsBoardStandIn.StartAsync(new StandInOptions { Tokens = [DemoConfiguration.Token] }, TimeProvider.System);
        server.Delivered += ledger.OnDelivered;
        DemoConfiguration.Write(folder, building, options, server.Port, new DeviceAddress(IPAddress.Loopback, FreeUdpPort()));
        building.Start();
        return new(options, folder, ledger, building, server, StartGateway(folder, loggers, version));
    }

    /// <summary>Stops the gateway in order, waits for what is stored to arrive, and draws up the balance.</summary>
    public async Task<DemoReport> FinishAsync()
    {
        await Gateway.StopAsync();
        NoteMemory();
        var now = Gateway.Snapshot;
        var balance = Ledger.Draw(now.Polling.Sum(connector => connector.LateAnswers));
        var first = Ledger.FirstArrival is { } arrival ? (long)(arrival - _self.StartTime).TotalMilliseconds : 0;
        return new(now.PollsDue, now.PollsFresh, now.Readings, Ledger.Delivered, balance.Missing, balance.Late, balance.Wrong, Ledger.Duplicates,
            Ledger.Latency.Percentile(0.5), Ledger.Latency.Percentile(0.99), _mostResident / 1048576.0, first, balance.FirstWrong);
    }

    /// <summary>Looks at how much memory is resident, and keeps the most.</summary>
    public double NoteMemory()
    {
        _self.Refresh();
        _mostResident = Math.Max(_mostResident, _self.WorkingSet64);
        return _self.WorkingSet64 / 1048576.0;
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await _server.DisposeAsync();
        _building.Dispose();
        _self.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static GatewayHost StartGateway(string folder, ILoggerFactory loggers, string version)
    {
        var configuration = ConfigurationReader.Read(folder, _ => null, folder);
        if (configuration.Plan is not { } plan || configuration.HasErrors)
            throw new InvalidOperationException("the demo's own configuration is wrong: " + string.Join("; ", configuration.Problems));
        return GatewayHost.Start(plan, new GatewayOptions
        {
            Loggers = loggers,
            Version = version,
            EndProcess = reason => Environment.FailFast(reason.Explanation),
        });
    }

    private static ushort FreeUdpPort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Any, 0));
        return (ushort)((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
