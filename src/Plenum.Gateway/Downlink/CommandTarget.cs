using Plenum.Bacnet.Client;
using Plenum.Gateway.Configuration;

namespace Plenum.Gateway.Downlink;

/// <summary>A device that commands can be carried to.</summary>
/// <param name="Device">The device.</param>
/// <param name="Plan">What may be written and called there.</param>
/// <param name="Client">The client that reaches it.</param>
public sealed record CommandTarget(Device Device, DevicePlan Plan, BacnetClient Client);

/// <summary>Finds devices by their names on the server.</summary>
public interface IDeviceLookup
{
    /// <summary>The device with a name; null when there is none, or its name is not known yet.</summary>
    CommandTarget? Find(string name);

    /// <summary>Every name that is known, with its connector's.</summary>
    IReadOnlyDictionary<string, string> Connectors { get; }
}
