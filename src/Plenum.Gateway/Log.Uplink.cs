using Microsoft.Extensions.Logging;

namespace Plenum.Gateway;

/// <summary>What the uplink logs; event ids 4200–4299.</summary>
internal static partial class Log
{
    [LoggerMessage(4200, LogLevel.Information, "Connected to the server{After}")]
    internal static partial void UplinkConnected(this ILogger logger, string after);

    [LoggerMessage(4201, LogLevel.Warning, "Nothing is sent to the server: {Problem} ({Code})")]
    internal static partial void UplinkFailed(this ILogger logger, string code, string problem);

    [LoggerMessage(4202, LogLevel.Debug, "Still nothing is sent to the server after {Tries} tries: {Problem} ({Code}); next try in {Seconds:0.#} s")]
    internal static partial void UplinkStillFailing(this ILogger logger, int tries, string code, string problem, double seconds);

    [LoggerMessage(4203, LogLevel.Warning, "Connection to the server lost: {Problem} ({Code}). What was not acknowledged is sent again")]
    internal static partial void UplinkLost(this ILogger logger, string code, string problem);

    [LoggerMessage(4204, LogLevel.Warning, "The server refused a publish: {Problem}. Its {Messages} message(s) are tried again one by one")]
    internal static partial void PublishRefused(this ILogger logger, string problem, int messages);

    [LoggerMessage(4205, LogLevel.Debug, "The server refused a message of {Device} again: {Problem}")]
    internal static partial void PublishRefusedAgain(this ILogger logger, string device, string problem);

    [LoggerMessage(4206, LogLevel.Error, "Set aside a message of {Device} with the timestamp {Timestamp} ({Bytes} bytes, it is lost): {Problem}. Check this device's name, profile and keys on the server, and the server's own log")]
    internal static partial void MessageSetAside(this ILogger logger, string device, long timestamp, int bytes, string problem);

    [LoggerMessage(4207, LogLevel.Warning, "The server refused to connect device {Device}: {Problem}. Its values are sent all the same")]
    internal static partial void AnnouncementRefused(this ILogger logger, string device, string problem);

    [LoggerMessage(4208, LogLevel.Error, "Device {Device} is not announced to the server for an hour: {Times} sessions broke on it. Check the device's name and profile. Its values are sent all the same")]
    internal static partial void AnnouncementGivenUp(this ILogger logger, string device, int times);

    [LoggerMessage(4209, LogLevel.Information, "Sent what was stored before stopping; {Waiting} message(s) wait for the next start")]
    internal static partial void UplinkDrained(this ILogger logger, long waiting);

    [LoggerMessage(4210, LogLevel.Warning, "The server has had enough for now: {Problem} (uplink-throttled). Sending pauses and is tried again; nothing is lost. Raise the server's limits for this gateway, or read less often")]
    internal static partial void Throttled(this ILogger logger, string problem);

    [LoggerMessage(4211, LogLevel.Information, "The server takes values again")]
    internal static partial void ThrottleEnded(this ILogger logger);
}
