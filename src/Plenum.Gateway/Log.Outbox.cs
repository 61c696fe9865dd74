using Microsoft.Extensions.Logging;

namespace Plenum.Gateway;

/// <content>4100-4199: the outbox.</content>
internal static partial class Log
{
    [LoggerMessage(4100, LogLevel.Information, "The outbox {File} is open; {Waiting} messages ({Bytes} bytes) wait in it")]
    public static partial void OutboxOpened(ILogger logger, string file, long waiting, long bytes);

    [LoggerMessage(4101, LogLevel.Critical, "The outbox {File} is damaged; it is set aside as {Aside} (messages known to be in it: {Messages}), and a new one is begun. 'sqlite3 {Aside} .recover' may bring messages back; check the disk")]
    public static partial void OutboxSetAside(ILogger logger, Exception damage, string file, string aside, long messages);

    [LoggerMessage(4102, LogLevel.Error, "Values cannot be stored: {Problem}")]
    public static partial void OutboxRefuses(ILogger logger, Exception error, string problem);

    [LoggerMessage(4103, LogLevel.Warning, "The outbox {File} stores values again; {Messages} messages could not be stored meanwhile")]
    public static partial void OutboxRecovered(ILogger logger, string file, long messages);

    [LoggerMessage(4104, LogLevel.Warning, "{Outbox}: full with {Waiting} messages ({Bytes} bytes); the oldest are dropped (limits: {MaxMessages} messages, {MaxBytes} bytes, age {MaxAge})")]
    public static partial void OverflowBegan(ILogger logger, string outbox, long waiting, long bytes, long maxMessages, long maxBytes, TimeSpan maxAge);

    [LoggerMessage(4105, LogLevel.Warning, "{Outbox}: there is room again; {Dropped} messages were dropped, {Waiting} wait ({Bytes} bytes)")]
    public static partial void OverflowEnded(ILogger logger, string outbox, long dropped, long waiting, long bytes);

    [LoggerMessage(4106, LogLevel.Error, "The disk of the outbox {File} is full or nearly so: from now on only what the server takes makes room for new messages. Make room on it (8 MiB at least)")]
    public static partial void DiskIsShort(ILogger logger, string file);

    [LoggerMessage(4107, LogLevel.Warning, "The disk of the outbox {File} has room again")]
    public static partial void DiskHasRoom(ILogger logger, string file);
}
