using System.Net;
using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Simulator;

/// <summary>What the simulator says: events 2000 to 2999.</summary>
internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Warning, "Receiving on {Socket} failed; reception goes on")]
    public static partial void ReceptionFailed(ILogger logger, EndPoint? socket, Exception failure);

    [LoggerMessage(2001, LogLevel.Error, "The simulated device at {Device} met a fault of ours with a datagram from {From}; reception goes on")]
    public static partial void DeviceFaulted(ILogger logger, DeviceAddress device, DeviceAddress from, Exception fault);
}
