using System.Globalization;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;

namespace Plenum;

/// <summary>The log: text for people on the console and, where there is a folder for it, in files that rotate.</summary>
internal static class Logging
{
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} |{Level:u4}| {SourceContext}: {Message:lj}{NewLine}{Exception}";
    private const int FileBytes = 10 * 1024 * 1024;
    private const int FilesKept = 7;

    /// <summary>A log on the console, and in a folder if one is given.</summary>
    /// <param name="least">The least level that is told.</param>
    /// <param name="toStandardError">Whether the console's part goes to stderr, where a command's result has stdout to itself.</param>
    /// <param name="folder">The folder for <c>plenum.log</c>; null for none.</param>
    public static ILoggerFactory Create(LogLevel least, bool toStandardError = false, string? folder = null)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(LevelOf(least))
            .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: toStandardError ? LogEventLevel.Verbose : null);
        if (folder is not null)
        {
            configuration = configuration.WriteTo.File(Path.Combine(folder, "plenum.log"), outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture,
                fileSizeLimitBytes: FileBytes, rollOnFileSizeLimit: true, retainedFileCountLimit: FilesKept);
        }
        var logger = configuration.CreateLogger();
        return LoggerFactory.Create(builder => builder.SetMinimumLevel(least).AddSerilog(logger, dispose: true));
    }

    private static LogEventLevel LevelOf(LogLevel level) => level switch
    {
        LogLevel.Trace => LogEventLevel.Verbose,
        LogLevel.Debug => LogEventLevel.Debug,
        LogLevel.Warning => LogEventLevel.Warning,
        LogLevel.Error => LogEventLevel.Error,
        LogLevel.Critical => LogEventLevel.Fatal,
        _ => LogEventLevel.Information,
    };
}
