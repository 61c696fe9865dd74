using Microsoft.Extensions.Logging;
using Plenum.Gateway.Model;
using Plenum.ThingsBoard;
using Plenum.ThingsBoard.Payloads;
using Plenum.ThingsBoard.Session;

namespace Plenum.Gateway.Uplink;

/// <summary>Tells the server, in each session anew, which devices are there: only then do calls and attributes for quiet devices reach the gateway.</summary>
/// <param name="announced">Is told of every announcement, to ask for the device's shared attributes.</param>
/// <param name="beat">Called at every step.</param>
internal sealed class Announcer(IGatewaySession session, IDeviceRegistry registry, AnnouncementTroubles troubles, string connectorType,
    Action<IGatewaySession, KnownDevice> announced, Action beat, ILogger logger)
{
    private readonly HashSet<string> _announced = new(StringComparer.Ordinal);
    private DeviceList? _seen;

    /// <summary>Completes when there is something to catch up with.</summary>
    public Task WaitAsync(CancellationToken cancel) => registry.WaitAsync(_seen?.Revision ?? 0, cancel);

    /// <summary>Announces the known devices that are not yet announced, and takes leave of those that are known no more.</summary>
    /// <param name="window">Most announcements on their way at a time.</param>
    public async Task CatchUpAsync(int window, CancellationToken cancel)
    {
        var list = registry.Current;
        if (list.Revision == _seen?.Revision) return;
        foreach (var gone in _seen?.Devices.Keys.Where(name => !list.Devices.ContainsKey(name)) ?? []) await LeaveAsync(gone, cancel).ConfigureAwait(false);
        var missing = list.Devices.Values.Where(device => !_announced.Contains(device.Name)).OrderBy(device => troubles.LossesOf(device.Name)).ThenBy(device => device.Name, StringComparer.Ordinal);
        foreach (var some in missing.Chunk(troubles.AreSuspected ? 1 : window))
        {
            beat();
            await Task.WhenAll(some.Select(device => AnnounceAsync(device, cancel))).ConfigureAwait(false);
        }
        _seen = list;
    }

    /// <summary>Announces the device of a message, if it is not yet: a message may be older than the list of devices.</summary>
    public ValueTask EnsureAsync(Message message, CancellationToken cancel) => _announced.Contains(message.Device)
        ? ValueTask.CompletedTask
        : new(AnnounceAsync(registry.Current.Devices.GetValueOrDefault(message.Device) ?? new(message.Device, message.Profile, null), cancel));

    private async Task AnnounceAsync(KnownDevice device, CancellationToken cancel)
    {
        _announced.Add(device.Name);
        if (troubles.IsGivenUp(device.Name)) return;
        troubles.Begin(device.Name);
        try
        {
            await PublishAsync(Topics.Connect, PayloadWriter.Connect(device.Name, device.Profile), cancel).ConfigureAwait(false);
            if (device.Connector is { } connector)
                await PublishAsync(Topics.Attributes, PayloadWriter.TextAttributes(device.Name, ("connectorType", connectorType), ("connectorName", connector)), cancel).ConfigureAwait(false);
        }
        catch (PublishRefusedException refusal)
        {
            logger.AnnouncementRefused(device.Name, refusal.Message);
        }
        troubles.End(device.Name);
        announced(session, device);
    }

    private async Task LeaveAsync(string device, CancellationToken cancel)
    {
        if (!_announced.Remove(device)) return;
        try
        {
            await PublishAsync(Topics.Disconnect, PayloadWriter.Disconnect(device), cancel).ConfigureAwait(false);
        }
        catch (PublishRefusedException refusal)
        {
            logger.AnnouncementRefused(device, refusal.Message);
        }
    }

    private Task PublishAsync(string topic, byte[] payload, CancellationToken cancel) => session.PublishAsync(topic, payload, cancel).WaitAsync(cancel);
}
