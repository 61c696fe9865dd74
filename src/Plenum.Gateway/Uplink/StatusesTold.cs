using System.Collections.Concurrent;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Uplink;

/// <summary>What the server was told of how each device does, from session to session: it keeps that, so that a new session need not repeat it. A device is told of at most once a minute.</summary>
internal sealed class StatusesTold(TimeProvider time)
{
    /// <summary>Between two tellings of one device.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (DeviceAvailability? Availability, long At)> _told = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _lent = new(StringComparer.Ordinal);

    /// <summary>Whether there is nothing to tell of how a device does.</summary>
    public bool IsTold(KnownDevice device) => device.Availability is not { } now || (_told.TryGetValue(device.Name, out var told) && now.IsAs(told.Availability));

    /// <summary>Whether the last telling is long enough ago.</summary>
    public bool MayTell(KnownDevice device) => !_told.TryGetValue(device.Name, out var told) || time.GetElapsedTime(told.At) >= Least;

    /// <summary>The server has acknowledged it.</summary>
    public void Told(KnownDevice device) => _told[device.Name] = (device.Availability, time.GetTimestamp());

    /// <summary>A device that is offline is connected for what the outbox still has of it.</summary>
    public void Lent(string device) => _lent[device] = time.GetTimestamp();

    /// <summary>Whether a device that is offline has been connected for long enough.</summary>
    public bool MayLeave(string device) => !_lent.TryGetValue(device, out var since) || time.GetElapsedTime(since) >= Least;

    /// <summary>The device is known no more.</summary>
    public void Forget(string device)
    {
        _told.TryRemove(device, out _);
        _lent.TryRemove(device, out _);
    }
}
