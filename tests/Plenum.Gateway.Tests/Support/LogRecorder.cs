using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Plenum.Gateway.Tests.Support;

/// <summary>A logger that remembers what was logged, so that a test can count the transitions.</summary>
public sealed class LogRecorder<T> : ILogger<T>
{
    public ConcurrentQueue<(int Id, LogLevel Level, string Text)> Entries { get; } = [];

    public int Count(int id) => Entries.Count(entry => entry.Id == id);

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Entries.Enqueue((eventId.Id, logLevel, formatter(state, exception)));
}
