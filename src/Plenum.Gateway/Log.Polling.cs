using Microsoft.Extensions.Logging;

namespace Plenum.Gateway;

internal static partial class Log
{
    [LoggerMessage(4700, LogLevel.Information, "Polling of connector {Connector} begins: {Devices} devices")]
    public static partial void PollingStarted(ILogger logger, string connector, int devices);

    [LoggerMessage(4701, LogLevel.Information, "{Path} ({Name}) is online: {Device}")]
    public static partial void DeviceOnline(ILogger logger, string path, string? name, string device);

    [LoggerMessage(4702, LogLevel.Warning, "{Path} is offline. {Why}")]
    public static partial void DeviceOffline(ILogger logger, string path, string why);

    [LoggerMessage(4703, LogLevel.Error, "{Path} is not read. {Why}")]
    public static partial void DeviceMistaken(ILogger logger, string path, string why);

    [LoggerMessage(4705, LogLevel.Warning, "{Path} ({Name}) is degraded. {Why}")]
    public static partial void DeviceDegraded(ILogger logger, string path, string? name, string why);

    [LoggerMessage(4704, LogLevel.Error, "A poll of {Path} failed by a mistake of this program; the next one comes as usual. Please report this message")]
    public static partial void PollFailed(ILogger logger, string path, Exception failure);

    [LoggerMessage(4707, LogLevel.Information, "{Path}: of the points whose changes are to be told, {State}")]
    public static partial void ChangesTold(ILogger logger, string path, string state);

    [LoggerMessage(4708, LogLevel.Warning, "{Path}: {Property} is polled from now on, and its changes are subscribed to again in an hour: {Why}. Nothing was lost; check whether another program takes the device's subscriptions")]
    public static partial void ChangeMissed(ILogger logger, string path, string property, string why);

    [LoggerMessage(4710, LogLevel.Warning, "Connector {Connector}: {Why}")]
    public static partial void NetworkLost(ILogger logger, string connector, string why);

    [LoggerMessage(4711, LogLevel.Information, "Connector {Connector}: the network is back after {Lasted}")]
    public static partial void NetworkBack(ILogger logger, string connector, TimeSpan lasted);

    [LoggerMessage(4712, LogLevel.Information, "{Path}: {Points} points have objects without Status_Flags; their values count as good")]
    public static partial void NoStatusFlags(ILogger logger, string path, int points);

    [LoggerMessage(4720, LogLevel.Information, "{Path}: at {Address} is another device than before, which was {Before}. What was learned of that one is forgotten")]
    public static partial void DeviceReplaced(ILogger logger, string path, string address, string before);

    [LoggerMessage(4721, LogLevel.Warning, "{File} cannot be used: {Why}. {Aside}. What devices can do, and where they are, is learned anew")]
    public static partial void MemoryDamaged(ILogger logger, string file, string why, string aside);

    [LoggerMessage(4722, LogLevel.Warning, "{File} cannot be read: {Why}. What devices can do, and where they are, is learned anew. Give the gateway's user the right to read and write it")]
    public static partial void MemoryUnreadable(ILogger logger, string file, string why);

    [LoggerMessage(4723, LogLevel.Warning, "{File} cannot be written: {Why}. Polling goes on; after a restart, what devices can do and where they are is learned anew. Make room, or give the gateway's user the right to write there")]
    public static partial void MemoryNotWritten(ILogger logger, string file, string why);
}
