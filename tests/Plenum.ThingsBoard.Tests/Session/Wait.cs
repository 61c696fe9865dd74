using Microsoft.Extensions.Logging.Abstractions;
using Plenum.ThingsBoard.Session;

namespace Plenum.ThingsBoard.Tests.Session;

/// <summary>Bounds for what must happen; reaching one is a failure.</summary>
internal static class Wait
{
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(30);

    public static async Task UntilAsync(Func<bool> condition)
    {
        using var stop = new CancellationTokenSource(Limit);
        while (!condition()) await Task.Delay(5, stop.Token);
    }

    public static Task<IGatewaySession> ConnectAsync(SessionOptions options, ISessionHandler? handler = null) =>
        GatewaySession.ConnectAsync(options, handler ?? new Recorder(), NullLogger.Instance, TimeProvider.System, TestContext.Current.CancellationToken).WaitAsync(Limit);
}
