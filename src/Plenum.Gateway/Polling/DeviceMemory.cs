using System.Collections.Concurrent;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Gateway.Polling;

/// <summary>What is remembered of the devices of one connector, from one reading to the next and, if it is kept in a <see cref="DeviceMemoryFile"/>, from one run to the next.</summary>
/// <remarks>Used from any thread.</remarks>
public sealed class DeviceMemory
{
    private static readonly TimeSpan VerifiedAnew = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<DeviceAddress, RememberedDevice> _byAddress = new();
    private readonly ConcurrentDictionary<uint, DeviceAddress> _bindings = new();

    /// <summary>Told when there is something new to be kept.</summary>
    internal Action OnChanged { get; init; } = static () => { };

    /// <summary>Everything that is remembered.</summary>
    internal IEnumerable<RememberedDevice> All => _byAddress.Values;

    /// <summary>Where an instance answered last; null when that is not known.</summary>
    internal DeviceAddress? AddressOf(uint instance) => _bindings.TryGetValue(instance, out var address) ? address : null;

    /// <summary>What is remembered of whoever was at an address; null when nothing is.</summary>
    internal RememberedDevice? Recall(DeviceAddress address) => _byAddress.GetValueOrDefault(address);

    /// <summary>Remembers a device that answers and has said who it is. Costs nothing while nothing new is known of it.</summary>
    internal void Remember(Device device, DateTimeOffset now)
    {
        if (device.Instance is not { } instance) return;
        if (_byAddress.TryGetValue(device.Address, out var known) && ReferenceEquals(known.Facts, device.Capabilities.Facts) && known.Is(device) && now - known.Verified < VerifiedAnew) return;
        Add(RememberedDevice.Of(device, instance, now));
        OnChanged();
    }

    /// <summary>Takes what was kept. Of two addresses of one instance the last verified one counts.</summary>
    internal void Add(RememberedDevice device)
    {
        _byAddress[device.Address] = device;
        if (_bindings.TryGetValue(device.Instance, out var other) && other != device.Address && Recall(other) is { } rival && rival.Instance == device.Instance && rival.Verified > device.Verified) return;
        _bindings[device.Instance] = device.Address;
    }
}
