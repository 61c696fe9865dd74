using System.Collections.Concurrent;
using Plenum.Gateway.Downlink;
using Plenum.Gateway.Polling;

namespace Plenum.Gateway.Hosting;

/// <summary>The devices that polling has named, as commands look for them.</summary>
internal sealed class PolledDevices : IDeviceLookup
{
    private readonly ConcurrentDictionary<string, (PolledDevice Device, string Connector)> _byName = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Connectors => _byName.ToDictionary(pair => pair.Key, pair => pair.Value.Connector);

    public CommandTarget? Find(string name) =>
        _byName.TryGetValue(name, out var found) ? new(found.Device.Device, found.Device.Plan, found.Device.Client) : null;

    /// <summary>Takes a device under its name, and forgets the name that it had before: a command to that one must not reach what is another device now.</summary>
    /// <returns>The device that had the name before, if it was another one: two devices with one name would mix their values.</returns>
    public PolledDevice? Add(PolledDevice device, string connector)
    {
        var before = _byName.TryGetValue(device.Name, out var other) && other.Device.Plan != device.Plan ? other.Device : null;
        foreach (var (name, known) in _byName)
            if (name != device.Name && known.Device.Plan == device.Plan) _byName.TryRemove(name, out _);
        _byName[device.Name] = (device, connector);
        return before;
    }
}
