using System.Collections.Immutable;

namespace Plenum.Gateway.Model;

/// <summary>A device as the server is to know it.</summary>
/// <param name="Name">Its name on the server.</param>
/// <param name="Profile">Its profile (type) on the server.</param>
/// <param name="Connector">The connector that reads it, by its configured name; null if none does (any more).</param>
public sealed record KnownDevice(string Name, string Profile, string? Connector)
{
    /// <summary>How it does, as the server is to know it; null when that is not known, or not to be told.</summary>
    public DeviceAvailability? Availability { get; init; }
}

/// <summary>The devices that the server is to know, whether or not they have anything to say just now.</summary>
public interface IDeviceRegistry
{
    /// <summary>The devices by name, as of now.</summary>
    DeviceList Current { get; }

    /// <summary>Completes when there is a newer list than <paramref name="revision"/>.</summary>
    Task WaitAsync(long revision, CancellationToken cancel);
}

/// <summary>One state of a registry.</summary>
/// <param name="Revision">Grows with every change.</param>
/// <param name="Devices">By name.</param>
public sealed record DeviceList(long Revision, ImmutableDictionary<string, KnownDevice> Devices);

/// <summary>A registry in memory. Polling fills it, the uplink reads it; both from any thread.</summary>
public sealed class DeviceRegistry : IDeviceRegistry
{
    private readonly Lock _lock = new();
    private volatile DeviceList _current = new(1, ImmutableDictionary<string, KnownDevice>.Empty);
    private TaskCompletionSource _changed = NewSignal();

    /// <inheritdoc/>
    public DeviceList Current => _current;

    /// <summary>Adds a device, or gives it its new profile or connector; what is known of how it does stays, unless something newer comes with it.</summary>
    public void Add(KnownDevice device) => Change(devices =>
        devices.SetItem(device.Name, device with { Availability = device.Availability ?? devices.GetValueOrDefault(device.Name)?.Availability }));

    /// <summary>Says how a device does; of one that is not there nothing is noted.</summary>
    public void SetAvailability(string name, DeviceAvailability now) => Change(devices =>
        devices.TryGetValue(name, out var device) ? devices.SetItem(name, device with { Availability = now }) : devices);

    /// <summary>Takes out a device that is read no more.</summary>
    public void Remove(string name) => Change(devices => devices.Remove(name));

    /// <inheritdoc/>
    public Task WaitAsync(long revision, CancellationToken cancel)
    {
        lock (_lock) return _current.Revision > revision ? Task.CompletedTask : _changed.Task.WaitAsync(cancel);
    }

    private void Change(Func<ImmutableDictionary<string, KnownDevice>, ImmutableDictionary<string, KnownDevice>> change)
    {
        lock (_lock)
        {
            var devices = change(_current.Devices);
            if (devices == _current.Devices) return;
            _current = new(_current.Revision + 1, devices);
            _changed.SetResult();
            _changed = NewSignal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
