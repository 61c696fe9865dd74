using Microsoft.Extensions.Logging;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Downlink;
using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;
using Plenum.Gateway.Polling;
using Plenum.Gateway.Supervision;
using Plenum.Gateway.Uplink;

namespace Plenum.Gateway.Hosting;

/// <summary>The gateway, put together from its plan: polling, outbox, uplink and commands, each a supervised part.</summary>
public sealed class GatewayHost : IAsyncDisposable
{
    private static readonly TimeSpan UplinkSilence = TimeSpan.FromSeconds(180), OutboxSilence = TimeSpan.FromSeconds(120);

    private readonly GatewayOptions _options;
    private readonly IOutbox _outbox;
    private readonly Supervisor _supervisor;
    private readonly UplinkLoop _uplink;
    private readonly ConnectorPart[] _connectors;
    private readonly DeviceMemoryFile _memory;
    private readonly List<Part> _polling = [];
    private readonly CancellationTokenSource _stopCommands = new();
    private readonly DateTimeOffset _startedAt;
    private Part? _uplinkPart;
    private PartContext? _uplinkContext;

    private GatewayHost(Plan plan, GatewayOptions options, ISurroundings surroundings)
    {
        var outbox = surroundings.OpenOutbox(plan.Storage);
        (_options, _outbox, _startedAt) = (options, outbox, options.Time.GetUtcNow());
        _supervisor = new(options.Supervision, options.Time, options.Loggers.CreateLogger<Supervisor>(), options.EndProcess);
        var devices = new PolledDevices();
        var registry = new DeviceRegistry();
        _memory = DeviceMemoryFile.Open(plan.Storage.Folder, options.Time, options.Loggers.CreateLogger("Plenum.Polling"));
        _connectors = [.. plan.Connectors.Select(connector => new ConnectorPart(connector, options, surroundings, outbox, devices, registry, _memory.Of(connector.Name)))];
        var commands = new ServerCommands(devices, options.Time, options.Loggers.CreateLogger("Plenum.Commands"), _stopCommands.Token);
        var logger = options.Loggers.CreateLogger("Plenum.Uplink");
        _uplink = new(UplinkOptions.From(plan.Server, plan.Storage), outbox, registry,
            cancel => surroundings.ConnectAsync(plan.Server, commands, logger, cancel), logger, options.Time, options.Random)
        {
            Beat = OnUplinkBeat,
        };
    }

    /// <summary>The watchdog, for an owner who says when it looks.</summary>
    internal Watchdog Watchdog => _supervisor.Watchdog;

    /// <summary>Completes when the gateway has ended by itself or was stopped, with the reason.</summary>
    public Task<ExitReason> Completion => _supervisor.Completion;

    /// <summary>Everything at this moment.</summary>
    public GatewaySnapshot Snapshot => new(_startedAt, _supervisor.Health, [.. _connectors.Select(connector => connector.State).OfType<PollingState>()], _outbox.State, _uplink.State);

    /// <summary>Opens the outbox and starts every part. Values are stored from the first reading on, whether or not the server is there.</summary>
    /// <exception cref="OutboxException">The outbox cannot be opened; the message says why, and the cure.</exception>
    public static GatewayHost Start(Plan plan, GatewayOptions options)
    {
        var host = new GatewayHost(plan, options, options.Surroundings ?? new Machine(options));
        host._supervisor.Start("outbox", host.WatchOutboxAsync, OutboxSilence);
        host._uplinkPart = host._supervisor.Start("uplink", host.RunUplinkAsync, UplinkSilence);
        foreach (var connector in host._connectors) host._polling.Add(host._supervisor.Start(connector.Name, connector.RunAsync));
        return host;
    }

    /// <summary>Stops in the order of a value's way: polling first, then what is stored is sent for as long as the uplink's grace lasts, then the outbox is closed.</summary>
    public async Task<ExitReason> StopAsync()
    {
        await Task.WhenAll(_polling.Select(_supervisor.StopAsync)).ConfigureAwait(false);
        _memory.Dispose();
        if (_uplinkPart is { } uplink) await _supervisor.StopAsync(uplink).ConfigureAwait(false);
        await _stopCommands.CancelAsync().ConfigureAwait(false);
        await _supervisor.StopAsync().ConfigureAwait(false);
        await _outbox.DisposeAsync().ConfigureAwait(false);
        return await Completion.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        await _supervisor.DisposeAsync().ConfigureAwait(false);
        _stopCommands.Dispose();
    }

    private Task WatchOutboxAsync(PartContext part, CancellationToken cancel) => _outbox.WatchAsync(() =>
    {
        part.Beat();
        part.Report(_outbox.State.Problem is null ? HealthLevel.Ok : HealthLevel.Red, _outbox.State.Problem);
    }, cancel);

    private Task RunUplinkAsync(PartContext part, CancellationToken cancel)
    {
        _uplinkContext = part;
        part.Beat();
        return _uplink.RunAsync(cancel);
    }

    private void OnUplinkBeat()
    {
        if (_uplinkContext is not { } part) return;
        part.Beat();
        var state = _uplink.State;
        if (state.ConnectedSince is null && _uplink.SinceAcknowledged > _options.UplinkPatience)
            part.Report(HealthLevel.Yellow, $"{state.Problem ?? "the server has not been reached yet"}; {_outbox.State.Waiting} messages wait");
        else part.Report(HealthLevel.Ok, state.ConnectedSince is null ? "connecting" : "connected");
    }
}
