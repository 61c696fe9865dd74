using Microsoft.Extensions.Logging;

namespace Plenum.Gateway;

/// <content>4800-4899: putting the gateway together.</content>
internal static partial class Log
{
    [LoggerMessage(4800, LogLevel.Error, "{Path} has the name \"{Name}\", which {Other} has already: the server cannot tell their values apart. Give one of them another deviceNameExpression")]
    public static partial void DeviceNameTaken(ILogger logger, string path, string name, string other);
}
