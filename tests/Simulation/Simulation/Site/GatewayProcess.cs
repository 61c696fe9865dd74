using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Transport;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Hosting;
using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;
using Plenum.Gateway.Polling;
using Plenum.Gateway.Supervision;
using Plenum.Simulation.Faults;
using Plenum.Simulation.Server;
using Plenum.Simulation.Time;
using Plenum.TestKit;
using Plenum.ThingsBoard.Session;

namespace Plenum.Simulation.Site;

/// <summary>One life of the real gateway: from its start to its end or its death.</summary>
internal sealed class GatewayProcess : ISurroundings
{
    private readonly SimulatedSite _site;
    private readonly SimulatedServer _server;
    private readonly ILoggerFactory _loggers;
    private readonly Planted _planted;
    private readonly Action<Message> _stored;
    private readonly string _folder;
    private readonly List<VirtualTransport> _ports = [];

    /// <summary>Starts the gateway.</summary>
    /// <param name="learned">What the last life kept of the devices; null for nothing.</param>
    /// <exception cref="OutboxException">It does not start: the outbox cannot be opened.</exception>
    public GatewayProcess(SimulatedSite site, SimulatedServer server, VirtualClock clock, ILoggerFactory loggers, int seed, Planted planted, string folder, byte[]? learned, Action<Message> stored, Action<ExitReason> ended)
    {
        (_site, _server, _loggers, _planted, _stored, _folder) = (site, server, loggers, planted, stored, folder);
        Time = new(clock);
        Directory.CreateDirectory(folder);
        if (learned is not null) File.WriteAllBytes(LearnedFile, learned);
        Host = GatewayHost.Start(site.Plan(folder), new()
        {
            Time = Time,
            Random = new(seed),
            Loggers = loggers,
            Version = "0",
            EndProcess = ended,
            Surroundings = this,
            Supervision = new() { HasWatchThread = false },
        });
        _ = Host.Completion.ContinueWith(completed => ended(completed.Result), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Its clocks.</summary>
    public ProcessTime Time { get; }

    /// <summary>The gateway.</summary>
    public GatewayHost Host { get; }

    private string LearnedFile => Path.Combine(_folder, DeviceMemoryFile.FileName);

    /// <summary>It is there no more, from one moment to the next.</summary>
    /// <returns>What it has kept of the devices.</returns>
    public byte[]? Die()
    {
        Time.IsDead = true;
        foreach (var port in _ports) port.Dispose();
        var learned = File.Exists(LearnedFile) ? File.ReadAllBytes(LearnedFile) : null;
        Directory.Delete(_folder, recursive: true);
        return learned;
    }

    /// <inheritdoc/>
    public Task<IDatagramTransport> OpenPortAsync(UdpTransportOptions options, ILogger logger, Action<string?> onProblem, CancellationToken cancel)
    {
        var port = _site.AttachGateway();
        _ports.Add(port);
        return Task.FromResult<IDatagramTransport>(port);
    }

    /// <inheritdoc/>
    public IOutbox OpenOutbox(StoragePlan plan) => new ObservedOutbox(
        SqliteOutbox.Open(plan.Folder!, new(plan.MaxBytes, plan.MaxMessages, plan.MaxAge), new PooledTurns(Time), Time, _loggers.CreateLogger<SqliteOutbox>()), Time, _planted, _stored);

    /// <inheritdoc/>
    public Task<IGatewaySession> ConnectAsync(ServerPlan plan, ISessionHandler handler, ILogger logger, CancellationToken cancel) => _server.ConnectAsync(handler, Time, cancel);
}
