using Microsoft.Extensions.Logging;
using Plenum.ThingsBoard.Payloads;

namespace Plenum.ThingsBoard;

/// <summary>Everything this assembly logs; event ids 3000–3999.</summary>
internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Debug, "Session with {Host}:{Port} opened (MQTT {Version})")]
    internal static partial void Opened(this ILogger logger, string host, int port, string version);

    [LoggerMessage(3001, LogLevel.Debug, "Session ended: {Reason}")]
    internal static partial void Ended(this ILogger logger, string reason);

    [LoggerMessage(3002, LogLevel.Information, "{Host} does not speak MQTT 5; going on with MQTT 3.1.1")]
    internal static partial void OldProtocol(this ILogger logger, string host);

    [LoggerMessage(3003, LogLevel.Warning, "The server refuses the subscription to {Topic} ({Reason}): what it sends there will not arrive. Allow the gateway this topic on the server")]
    internal static partial void SubscriptionRefused(this ILogger logger, string topic, string reason);

    [LoggerMessage(3004, LogLevel.Debug, "The server does not say its limits (no answer to getSessionLimits); the configured ones are used")]
    internal static partial void NoLimits(this ILogger logger);

    [LoggerMessage(3005, LogLevel.Debug, "The server's limits: payload {Payload} bytes, {InFlight} publishes in flight")]
    internal static partial void LimitsKnown(this ILogger logger, int? payload, int? inFlight);

    [LoggerMessage(3006, LogLevel.Warning, "A payload of the server on {Topic} could not be understood: {Error}")]
    internal static partial void Malformed(this ILogger logger, string topic, PayloadError error);

    [LoggerMessage(3007, LogLevel.Error, "Handing over what came on {Topic} failed")]
    internal static partial void HandlerFailed(this ILogger logger, string topic, Exception exception);

    [LoggerMessage(3008, LogLevel.Debug, "Closing the connection failed: {Message}")]
    internal static partial void CloseFailed(this ILogger logger, string message);
}
