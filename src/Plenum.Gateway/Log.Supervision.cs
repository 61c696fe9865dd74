using Microsoft.Extensions.Logging;

namespace Plenum.Gateway;

/// <content>4400-4499: supervision.</content>
internal static partial class Log
{
    [LoggerMessage(4400, LogLevel.Error, "The part '{Part}' failed; it is started again in {DelayMs} ms")]
    public static partial void PartRestarts(ILogger logger, Exception failure, string part, double delayMs);

    [LoggerMessage(4401, LogLevel.Critical, "The part '{Part}' failed again and again within a minute; the gateway stops with exit code 70")]
    public static partial void PartFailed(ILogger logger, Exception failure, string part);

    [LoggerMessage(4402, LogLevel.Critical, "The part '{Part}' is stuck: no sign of progress for {Silence}; the gateway ends with exit code 71")]
    public static partial void PartStuck(ILogger logger, string part, TimeSpan silence);

    [LoggerMessage(4403, LogLevel.Warning, "The part '{Part}' failed while it was being stopped")]
    public static partial void PartFailedToStop(ILogger logger, Exception failure, string part);

    [LoggerMessage(4404, LogLevel.Warning, "The part '{Part}' did not stop within {Allowance}")]
    public static partial void PartDidNotStop(ILogger logger, string part, TimeSpan allowance);

    [LoggerMessage(4405, LogLevel.Information, "The part '{Part}' is well again")]
    public static partial void PartIsOk(ILogger logger, string part);

    [LoggerMessage(4406, LogLevel.Warning, "The part '{Part}' needs looking at: {Reason}")]
    public static partial void PartIsYellow(ILogger logger, string part, string? reason);

    [LoggerMessage(4407, LogLevel.Error, "The part '{Part}' does not work: {Reason}")]
    public static partial void PartIsRed(ILogger logger, string part, string? reason);

    [LoggerMessage(4408, LogLevel.Warning, "The part '{Part}' has shown no sign of progress for {Silence} (part-stuck); at {Allowed} the gateway ends with exit code 71")]
    public static partial void PartIsQuiet(ILogger logger, string part, TimeSpan silence, TimeSpan allowed);

    [LoggerMessage(4409, LogLevel.Error, "The part '{Part}' has shown no sign of progress for {Silence} (part-stuck); at {Allowed} the gateway ends with exit code 71")]
    public static partial void PartIsSilent(ILogger logger, string part, TimeSpan silence, TimeSpan allowed);

    [LoggerMessage(4410, LogLevel.Information, "The part '{Part}' shows progress again")]
    public static partial void PartMovesAgain(ILogger logger, string part);

    [LoggerMessage(4411, LogLevel.Information, "The part '{Part}' runs")]
    public static partial void PartRuns(ILogger logger, string part);

    [LoggerMessage(4412, LogLevel.Information, "The part '{Part}' has stopped")]
    public static partial void PartStopped(ILogger logger, string part);
}
