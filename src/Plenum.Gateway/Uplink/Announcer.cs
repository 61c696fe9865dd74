using Microsoft.Extensions.Logging;
using Plenum.Gateway.Model;
using Plenum.ThingsBoard;
using Plenum.ThingsBoard.Payloads;
using Plenum.ThingsBoard.Session;

namespace Plenum.Gateway.Uplink;

/// <summary>Tells the server, in each session anew, which devices are there: only then do calls and attributes for quiet devices reach the gateway. And how they do, when that has changed.</summary>
/// <param name="told">What the server knows already of how they do.</param>
/// <param name="announced">Is told of every announcement, to ask for the device's shared attributes.</param>
/// <param name="beat">Called at every step.</param>
internal sealed class Announcer(IGatewaySession session, IDeviceRegistry registry, AnnouncementTroubles troubles, StatusesTold told, string connectorType,
    Action<IGatewaySession, KnownDevice> announced, Action beat, ILogger logger)
{
    /// <summary>Devices that are connected in this session. Changed by the uplink's loop alone: before anything is waited for.</summary>
    private readonly HashSet<string> _connected = new(StringComparer.Ordinal);
    private DeviceList? _seen;
    private bool _isPutOff;

    /// <summary>Completes when there is something to catch up with.</summary>
    public Task WaitAsync(CancellationToken cancel) => registry.WaitAsync(_seen?.Revision ?? 0, cancel);

    /// <summary>Announces the known devices that are not yet announced, takes leave of those that are known no more or are offline, and tells how they do.</summary>
    /// <param name="window">Most announcements on their way at a time.</param>
    public async Task CatchUpAsync(int window, CancellationToken cancel)
    {
        var list = registry.Current;
        if (list.Revision == _seen?.Revision && !_isPutOff) return;
        foreach (var gone in _seen?.Devices.Keys.Where(name => !list.Devices.ContainsKey(name)) ?? []) await ForgetAsync(gone, cancel).ConfigureAwait(false);
        _isPutOff = false;
        var due = list.Devices.Values.Where(IsDue).OrderBy(device => troubles.LossesOf(device.Name)).ThenBy(device => device.Name, StringComparer.Ordinal);
        foreach (var some in due.Chunk(troubles.AreSuspected ? 1 : window))
        {
            beat();
            await Task.WhenAll(some.Select(device => AnnounceAsync(device, cancel))).ConfigureAwait(false);
        }
        _seen = list;
    }

    /// <summary>Announces the device of a message, if it is not yet: a message may be older than the list of devices. One that is offline and has something in the outbox is connected for a minute.</summary>
    public ValueTask EnsureAsync(Message message, CancellationToken cancel)
    {
        if (_connected.Contains(message.Device)) return ValueTask.CompletedTask;
        var device = registry.Current.Devices.GetValueOrDefault(message.Device) ?? new(message.Device, message.Profile, null);
        if (device.Availability is { IsOffline: true })
        {
            _isPutOff = true;
            told.Lent(device.Name);
            device = device with { Availability = null };
        }
        return new(AnnounceAsync(device, cancel));
    }

    private bool IsDue(KnownDevice device)
    {
        var isConnected = _connected.Contains(device.Name);
        var isOffline = device.Availability is { IsOffline: true };
        if (!isConnected && !isOffline) return true;
        var (hasNews, isToLeave) = (!told.IsTold(device), isConnected && isOffline);
        if ((hasNews && told.MayTell(device)) || (!hasNews && isToLeave && told.MayLeave(device.Name))) return true;
        _isPutOff |= hasNews || isToLeave;
        return false;
    }

    /// <summary>Connects a device that is there and not yet connected, tells how it does, and disconnects it if it is offline.</summary>
    private async Task AnnounceAsync(KnownDevice device, CancellationToken cancel)
    {
        var isOffline = device.Availability is { IsOffline: true };
        var tellsStatus = !told.IsTold(device) && told.MayTell(device);
        if (!tellsStatus && !told.IsTold(device)) _isPutOff = true;
        var isNew = _connected.Add(device.Name);
        if (isOffline) _connected.Remove(device.Name);
        if (troubles.IsGivenUp(device.Name)) return;
        troubles.Begin(device.Name);
        try
        {
            // What is said of a device that is not connected connects it, with the default profile: so it is connected first.
            if (isNew) await PublishAsync(Topics.Connect, PayloadWriter.Connect(device.Name, device.Profile), cancel).ConfigureAwait(false);
            await PublishAttributesAsync(device, isNew, tellsStatus, cancel).ConfigureAwait(false);
            if (isOffline) await PublishAsync(Topics.Disconnect, PayloadWriter.Disconnect(device.Name), cancel).ConfigureAwait(false);
        }
        catch (PublishRefusedException refusal)
        {
            logger.AnnouncementRefused(device.Name, refusal.Message);
        }
        if (tellsStatus) told.Told(device);
        troubles.End(device.Name);
        if (isNew && !isOffline) announced(session, device);
    }

    private async Task PublishAttributesAsync(KnownDevice device, bool isNew, bool tellsStatus, CancellationToken cancel)
    {
        (string, string)? connector = isNew && device.Connector is { } name ? (connectorType, name) : null;
        (string, long, string)? status = tellsStatus && device.Availability is { } now ? (Text(now), now.Since.ToUnixTimeMilliseconds(), now.Why) : null;
        if (connector is not null || status is not null)
            await PublishAsync(Topics.Attributes, PayloadWriter.DeviceAttributes(device.Name, connector, status), cancel).ConfigureAwait(false);
    }

    private static string Text(DeviceAvailability now) => now.IsOffline ? "offline" : now.Status == DeviceStatus.Degraded ? "degraded" : "online";

    private async Task ForgetAsync(string device, CancellationToken cancel)
    {
        told.Forget(device);
        if (!_connected.Remove(device)) return;
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
