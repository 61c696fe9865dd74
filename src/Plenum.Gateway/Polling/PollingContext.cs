using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Client;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;

namespace Plenum.Gateway.Polling;

/// <summary>What every device's polling shares.</summary>
/// <param name="Client">Reads the devices.</param>
/// <param name="Outbox">Takes what was read.</param>
/// <param name="Time">The clocks.</param>
/// <param name="Logger">Where changes of state are told.</param>
/// <param name="OnNamed">Told when a device's name on the server is known, and again when it changes.</param>
public sealed record PollingContext(BacnetClient Client, IOutbox Outbox, TimeProvider Time, ILogger Logger, Action<PolledDevice> OnNamed)
{
    /// <summary>What is remembered of the devices; by default of this run alone.</summary>
    public DeviceMemory Memory { get; init; } = new();

    /// <summary>Told how a device does, when that has changed and the server may know: not while it is only cut off from us.</summary>
    public Action<PolledDevice, DeviceAvailability> OnAvailability { get; init; } = static (_, _) => { };

    /// <summary>How many datagrams our own port has refused to send so far.</summary>
    public Func<long> SendErrors { get; init; } = static () => 0;
}

/// <summary>A device that is polled and whose name on the server is known.</summary>
/// <param name="Name">Its name on the server.</param>
/// <param name="Profile">Its profile on the server.</param>
/// <param name="Device">What is known of it.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Client">The client that reaches it.</param>
public sealed record PolledDevice(string Name, string Profile, Device Device, DevicePlan Plan, BacnetClient Client);
