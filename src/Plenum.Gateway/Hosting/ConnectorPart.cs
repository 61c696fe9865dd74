using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Transport;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;
using Plenum.Gateway.Polling;
using Plenum.Gateway.Supervision;

namespace Plenum.Gateway.Hosting;

/// <summary>One BACnet connector at work: its UDP port, its client and server on it, and the polling of its devices. Everything is made anew with each run.</summary>
internal sealed class ConnectorPart(ConnectorPlan plan, GatewayOptions options, ISurroundings surroundings, IOutbox outbox, PolledDevices devices, DeviceRegistry registry, DeviceMemory memory)
{
    private readonly ILogger _logger = options.Loggers.CreateLogger($"Plenum.Connector.{plan.Name}");
    private ConnectorPoller? _poller;

    public string Name => $"connector {plan.Name}";

    public PollingState? State => _poller?.State;

    public async Task RunAsync(PartContext part, CancellationToken cancel)
    {
        var local = plan.Local;
        var opening = surroundings.OpenPortAsync(new() { Host = local.Host, Port = local.Port, PrefixLength = local.PrefixLength, BroadcastPort = BroadcastPort }, _logger,
            problem => part.Report(problem is null ? HealthLevel.Ok : HealthLevel.Red, problem), cancel);
        await part.IdleAsync(opening).ConfigureAwait(false);
        var transport = await opening.ConfigureAwait(false);
        using var port = new BacnetPort(transport);
        if (local.ForeignDevice is { } foreign) port.RegisterWith(new() { Bbmd = foreign.Bbmd, TimeToLive = foreign.TimeToLive }, options.Time, _logger);
        var own = new OwnDevice(local, options.Version, options.Time) { Port = port };
        var client = new BacnetClient(port, ClientOptions(own), options.Time);
        await using var closing = client.ConfigureAwait(false);
        _ = new BacnetServer(port, own, options.Time);
        _poller = new ConnectorPoller(plan, new(client, outbox, options.Time, _logger, OnNamed) { Memory = memory, SendErrors = () => transport.Counters.SendErrors, OnAvailability = OnAvailability });
        port.Start();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var polling = _poller.RunAsync(() => Beat(part, port.Foreign?.State), end.Token);
        await Task.WhenAny(polling, port.Failed).ConfigureAwait(false);
        if (port.Failed.IsCompleted) await end.CancelAsync().ConfigureAwait(false);
        await polling.ConfigureAwait(false);
        if (port.Failed.IsCompleted) await port.Failed.ConfigureAwait(false); // deaf: the part begins anew, with a new port
    }

    private BacnetClientOptions ClientOptions(OwnDevice own) => new()
    {
        Retry = RetryPolicy.OnIp,
        MaxApdu = own.MaxApdu,
        Segmentation = own.Segmentation,
        MostInFlightPerNetwork = plan.Local.MostPerNetwork,
        MostInFlight = plan.Local.MostRequests,
        Random = options.Random,
        Logger = _logger,
    };

    /// <summary>A BACnet/IP network is the port that its devices share. A gateway that had to take another port asks where they are: on the port that most of its devices with an address have.</summary>
    private int BroadcastPort => plan.Devices
        .Where(device => device.Address is not null)
        .GroupBy(device => (int)device.Address!.Value.Port)
        .OrderByDescending(port => port.Count()).ThenByDescending(port => port.Key == plan.Local.Port)
        .FirstOrDefault()?.Key ?? plan.Local.Port;

    /// <summary>Progress, and the colour: yellow when no device answers, because then this connector is of no use, and while the BBMD does not register us.</summary>
    private void Beat(PartContext part, ForeignDeviceState? foreign)
    {
        part.Beat();
        var total = plan.Devices.Count;
        var answering = _poller!.Count(DeviceStatus.Online) + _poller.Count(DeviceStatus.Degraded);
        if (foreign is { IsRegistered: false, Status: not RegistrationStatus.Asking }) part.Report(HealthLevel.Yellow, foreign.Why);
        else if (_poller.NetworkProblem is { } lost) part.Report(HealthLevel.Yellow, lost);
        else if (total > 0 && _poller.Count(DeviceStatus.Offline) + _poller.Count(DeviceStatus.Mistaken) == total)
            part.Report(HealthLevel.Yellow, $"none of the {total} devices answers: check the network, the addresses, and that no firewall drops UDP {plan.Local.Port}");
        else part.Report(HealthLevel.Ok, $"{answering} of {total} devices online{(_poller.Count(DeviceStatus.Degraded) is > 0 and var degraded ? $", {degraded} of them degraded" : "")}");
    }

    private void OnNamed(PolledDevice device)
    {
        if (devices.Add(device, plan.Name) is { } other)
            Log.DeviceNameTaken(_logger, device.Plan.Path, device.Name, other.Plan.Path);
        registry.Add(new(device.Name, device.Profile, plan.Name));
    }

    private void OnAvailability(PolledDevice device, DeviceAvailability now)
    {
        if (plan.ReportsStatus) registry.SetAvailability(device.Name, now);
    }
}
