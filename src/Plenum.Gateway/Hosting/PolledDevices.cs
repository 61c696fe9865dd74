using System.Collections.Concurrent;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Downlink;
using Plenum.Gateway.Polling;

namespace Plenum.Gateway.Hosting;

/// <summary>The devices that polling has named, as commands look for them.</summary>
internal sealed class PolledDevices : IDeviceLookup
{
    private readonly ConcurrentDictionary<string, (PolledDevice Device, string Connector)> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<DevicePlan, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly Lock _gate = new();

    public IReadOnlyDictionary<string, string> Connectors => _byName.ToDictionary(pair => pair.Key, pair => pair.Value.Connector);

    public CommandTarget? Find(string name) =>
        _byName.TryGetValue(name, out var found) ? new(found.Device.Device, found.Device.Plan, found.Device.Client) : null;

    /// <summary>Takes a device under its name, and forgets the name that it had before: a command to that one must not reach what is another device now.</summary>
    /// <returns>The device that had the name before, if it was another one: two devices with one name would mix their values.</returns>
    public PolledDevice? Add(PolledDevice device, string connector)
    {
        lock (_gate)
        {
            if (_names.TryGetValue(device.Plan, out var old) && old != device.Name && HolderOf(old) is { } self && ReferenceEquals(self.Plan, device.Plan)) _byName.TryRemove(old, out _);
            _names[device.Plan] = device.Name;
            var before = HolderOf(device.Name);
            _byName[device.Name] = (device, connector);
            return before is not null && !ReferenceEquals(before.Plan, device.Plan) ? before : null;
        }
    }

    private PolledDevice? HolderOf(string name) => _byName.TryGetValue(name, out var held) ? held.Device : null;
}
