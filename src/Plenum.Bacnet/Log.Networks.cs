using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Links;

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
}
