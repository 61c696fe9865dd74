using Microsoft.Extensions.Logging;
using Plenum.TestKit;

namespace Plenum.Gateway.Tests.Support;

/// <summary>One recording for whatever part logs.</summary>
internal sealed class RecordingLoggers : ILoggerFactory
{
    private readonly RecordingLogger _logger = new();

    public IReadOnlyCollection<(LogLevel Level, int Id, string Text)> Entries => _logger.Entries;

    public ILogger CreateLogger(string categoryName) => _logger;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose() { }
}
