using Microsoft.Extensions.Logging;
using Plenum.Gateway.Configuration;

namespace Plenum;

/// <summary>Messages of the program itself: 5000-5999.</summary>
internal static partial class Log
{
    [LoggerMessage(5000, LogLevel.Information, "Plenum {Version} starts; configuration in {Config}, data in {Data}")]
    public static partial void Starts(ILogger logger, string version, string config, string data);

    [LoggerMessage(5001, LogLevel.Error, "config-invalid: {Problem}")]
    public static partial void ConfigurationError(ILogger logger, Problem problem);

    [LoggerMessage(5002, LogLevel.Warning, "Configuration: {Problem}")]
    public static partial void ConfigurationWarning(ILogger logger, Problem problem);

    [LoggerMessage(5003, LogLevel.Critical, "config-invalid: the gateway cannot start with this configuration; 'plenum check-config' shows it at any time. Exit code 78")]
    public static partial void CannotStart(ILogger logger);

    [LoggerMessage(5004, LogLevel.Information, "Health is told at http://{Address}/health")]
    public static partial void HealthListens(ILogger logger, string address);

    [LoggerMessage(5005, LogLevel.Error, "health-port-busy: health cannot be told at {Address} ({Reason}); the gateway runs without it, and its container counts as unhealthy. Give another port with --health-port or PLENUM_HEALTH_PORT")]
    public static partial void HealthCannotListen(ILogger logger, string address, string reason);

    [LoggerMessage(5006, LogLevel.Information, "Stopping: polling ends, what is stored is sent for up to 5 s")]
    public static partial void Stopping(ILogger logger);

    [LoggerMessage(5007, LogLevel.Information, "Stopped; {Waiting} messages wait in the outbox for the next start")]
    public static partial void Stopped(ILogger logger, long waiting);

    [LoggerMessage(5008, LogLevel.Critical, "part-stuck or part-failed: {Explanation} Exit code {Code}")]
    public static partial void Ended(ILogger logger, string explanation, int code);

    [LoggerMessage(5009, LogLevel.Critical, "The outbox cannot be opened. {Problem}")]
    public static partial void OutboxCannotOpen(ILogger logger, string problem);
}
