using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Plenum.Simulation.Checks;

/// <summary>What happened in a world, line by line: faults, and what the gateway's log says.</summary>
internal sealed class Trace(Func<TimeSpan> now, int kept, string folder) : ILoggerFactory
{
    private readonly Queue<string> _lines = new();
    private ulong _digest = 0xCBF2_9CE4_8422_2325;

    /// <summary>The last lines.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>A number that two runs have in common only if every line of them is the same.</summary>
    public ulong Digest => _digest;

    /// <summary>Adds a line.</summary>
    public void Add(string line)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{now():d\\.hh\\:mm\\:ss\\.fff}  {line}").Replace(folder, "…", StringComparison.Ordinal);
        foreach (var letter in text) _digest = (_digest ^ letter) * 0x100_0000_01B3;
        _lines.Enqueue(text);
        if (_lines.Count > kept) _lines.Dequeue();
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Dispose() { }

    private sealed class Writer(Trace trace, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            var cause = exception is null ? "" : $" [{exception.GetType().Name}: {exception.Message}]";
            trace.Add($"{logLevel.ToString()[..4].ToUpperInvariant()} {category} {eventId.Id}: {formatter(state, exception)}{cause}");
        }
    }
}
