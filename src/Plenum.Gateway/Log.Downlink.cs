using Microsoft.Extensions.Logging;

namespace Plenum.Gateway;

/// <content>4300-4399: commands from the server.</content>
internal static partial class Log
{
    [LoggerMessage(4300, LogLevel.Information, "{Device}: {Key} was written to {Target}: {Value}")]
    public static partial void AttributeWritten(ILogger logger, string device, string key, string target, string value);

    [LoggerMessage(4301, LogLevel.Warning, "{Device}: {Key} was not written ({Path}): {Problem}")]
    public static partial void AttributeNotWritten(ILogger logger, string device, string key, string path, string problem);

    [LoggerMessage(4302, LogLevel.Warning, "The server changed {Key} of {Device}, which is not a device here, or has not said its name yet")]
    public static partial void AttributeForUnknownDevice(ILogger logger, string device, string key);

    [LoggerMessage(4303, LogLevel.Warning, "The command {What} could not be answered")]
    public static partial void CommandFailed(ILogger logger, string what, Exception failure);
}
