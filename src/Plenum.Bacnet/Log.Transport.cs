using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet;

/// <summary>What the transport says: events 1000 to 1099.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Information, "UDP {Address} is open")]
    public static partial void PortOpened(ILogger logger, DeviceAddress address);

    [LoggerMessage(1001, LogLevel.Error, "{Problem} Trying again until it is free.")]
    public static partial void PortUnavailable(ILogger logger, string problem);

    [LoggerMessage(1002, LogLevel.Warning, "The configured subnet mask of {Configured} bits is not that of the interface: {Subnet} is used")]
    public static partial void PrefixDiffers(ILogger logger, int configured, LocalSubnet subnet);

    [LoggerMessage(1003, LogLevel.Warning, "{Impairment}")]
    public static partial void BroadcastUnheard(ILogger logger, string impairment);

    [LoggerMessage(1004, LogLevel.Warning, "The network interfaces cannot be read; broadcasts go where they went before")]
    public static partial void InterfacesUnreadable(ILogger logger, Exception failure);

    [LoggerMessage(1005, LogLevel.Warning, "Receiving on {Socket} failed with {Error}; reception goes on")]
    public static partial void ReceiveFailed(ILogger logger, string socket, SocketError error, Exception failure);

    [LoggerMessage(1006, LogLevel.Error, "A datagram of {Length} octets from {From} met a fault of ours; reception goes on, and the next such fault is logged once a datagram has passed")]
    public static partial void ReceiverFaulted(ILogger logger, DeviceAddress from, int length, Exception fault);

    [LoggerMessage(1007, LogLevel.Debug, "The network refused a datagram to {To}: {Error}")]
    public static partial void SendRefused(ILogger logger, DeviceAddress to, SocketError error);
}
