using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;

namespace Plenum.Bacnet;

/// <summary>What is said of BBMDs, routers and networks: events 1100 to 1149.</summary>
internal static partial class Log
{
    [LoggerMessage(1100, LogLevel.Information, "Registered with the BBMD {Bbmd} as a foreign device for {Seconds} s at a time")]
    public static partial void ForeignDeviceRegistered(ILogger logger, DeviceAddress bbmd, double seconds);

    [LoggerMessage(1101, LogLevel.Warning, "{Why}. It is asked again and again; until then no broadcast goes out or comes in")]
    public static partial void ForeignDeviceUnregistered(ILogger logger, string why);

    [LoggerMessage(1102, LogLevel.Warning, "The BBMD {Bbmd} has forgotten that this gateway is registered, as after a restart: registering again")]
    public static partial void BbmdForgot(ILogger logger, DeviceAddress bbmd);

    [LoggerMessage(1103, LogLevel.Warning, "Two routers say that they lead to network {Network}: {One} and {Other}. Network numbers must be unique: give one of the two networks another number. Until then each device is asked only through the router that it was heard through")]
    public static partial void NetworkDisputed(ILogger logger, ushort network, DeviceAddress one, DeviceAddress other);

    [LoggerMessage(1104, LogLevel.Information, "The router {Router} is busy (networks {Networks}): requests wait until it is available again, 30 s at most")]
    public static partial void RouterBusy(ILogger logger, DeviceAddress router, string networks);

    [LoggerMessage(1105, LogLevel.Debug, "The router {Router} refused a message for network {Network}: {Reason}")]
    public static partial void MessageRejected(ILogger logger, DeviceAddress router, ushort network, NetworkRejectReason reason);

    [LoggerMessage(1106, LogLevel.Warning, "device-ambiguous: two devices say that they are instance {Instance}: {One} and {Other}. Instances must be unique: change one of the two")]
    public static partial void InstanceTwice(ILogger logger, uint instance, DeviceAddress one, DeviceAddress other);
}
