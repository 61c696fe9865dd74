using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Transport;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Outbox;
using Plenum.Gateway.Uplink;
using Plenum.ThingsBoard.Session;

namespace Plenum.Gateway.Hosting;

/// <summary>What lies around a gateway: the network, the disk, the server. The whole gateway runs the same over others than the real ones.</summary>
internal interface ISurroundings
{
    /// <summary>Opens a connector's UDP port; as long as it is busy it waits, and tells the problem, then null.</summary>
    Task<IDatagramTransport> OpenPortAsync(UdpTransportOptions options, ILogger logger, Action<string?> onProblem, CancellationToken cancel);

    /// <summary>Opens the outbox.</summary>
    /// <exception cref="OutboxException">It cannot be opened; the message says why, and the cure.</exception>
    IOutbox OpenOutbox(StoragePlan plan);

    /// <summary>Opens a session with the server.</summary>
    /// <exception cref="ConnectFailedException">With cause, cure and code.</exception>
    Task<IGatewaySession> ConnectAsync(ServerPlan plan, ISessionHandler handler, ILogger logger, CancellationToken cancel);
}

/// <summary>This machine: its UDP ports, its disk, and the server in its network.</summary>
internal sealed class Machine(GatewayOptions options) : ISurroundings
{
    /// <inheritdoc/>
    public async Task<IDatagramTransport> OpenPortAsync(UdpTransportOptions port, ILogger logger, Action<string?> onProblem, CancellationToken cancel) =>
        await UdpTransport.OpenAsync(port, options.Time, logger, onProblem, cancel).ConfigureAwait(false);

    /// <inheritdoc/>
    public IOutbox OpenOutbox(StoragePlan plan)
    {
        var limits = new OutboxLimits(plan.MaxBytes, plan.MaxMessages, plan.MaxAge);
        return plan.Folder is { } folder
            ? SqliteOutbox.Open(folder, limits, options.Time, options.Loggers.CreateLogger<SqliteOutbox>())
            : new MemoryOutbox(limits, options.Time, options.Loggers.CreateLogger<MemoryOutbox>());
    }

    /// <inheritdoc/>
    public Task<IGatewaySession> ConnectAsync(ServerPlan plan, ISessionHandler handler, ILogger logger, CancellationToken cancel) =>
        GatewaySession.ConnectAsync(UplinkOptions.SessionFrom(plan), handler, logger, options.Time, cancel);
}
