using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Plenum.Gateway.Model;
using Plenum.Gateway.Uplink;
using Plenum.TestKit;
using Plenum.ThingsBoard.Session;

namespace Plenum.Gateway.Tests.Uplink;

/// <summary>An uplink between a fake outbox and fake sessions, under a clock that runs only while something is waited for.</summary>
internal sealed class UplinkHarness : IAsyncDisposable, ILogger
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public UplinkHarness(UplinkOptions? options = null) => Loop = new(options ?? new(), Outbox, Devices, _ => ConnectAsync(), this, Time, new Random(1))
    {
        Announced = (_, device) => Announced.Enqueue(device.Name),
    };

    public SettableTime Time { get; } = new(DateTimeOffset.UnixEpoch.AddYears(56));

    public FakeOutbox Outbox { get; } = new();

    public DeviceRegistry Devices { get; } = new();

    public UplinkLoop Loop { get; }

    public ConcurrentQueue<string> Announced { get; } = new();

    public ConcurrentQueue<(LogLevel Level, string Text)> Logged { get; } = new();

    public ConcurrentQueue<FakeSession> Sessions { get; } = new();

    public FakeSession Session => Sessions.Last();

    /// <summary>How the server of the next sessions answers.</summary>
    public Action<FakeSession, Publish> OnPublish { get; set; } = FakeSession.AcknowledgeAll;

    /// <summary>What the next connects fail with.</summary>
    public ConnectFailedException? Failure { get; set; }

    public ConcurrentQueue<DateTimeOffset> Connects { get; } = new();

    public void Start() => _running = Loop.RunAsync(_stop.Token);

    public void BeginStop() => _stop.Cancel();

    public Task StoppedAsync() => UntilAsync(() => _running.IsCompleted);

    /// <summary>Lets time pass until something is so; a bound in real time.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        using var bound = new CancellationTokenSource(Patience);
        while (!condition())
        {
            if (_running.IsFaulted) await _running;
            await Task.Delay(1, bound.Token);
            Time.Advance(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>Lets some time pass in which nothing may happen.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        for (var end = Time.GetUtcNow() + span; Time.GetUtcNow() < end; Time.Advance(span / 20)) await Task.Delay(5);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await StoppedAsync();
        await _running;
        _stop.Dispose();
    }

    private Task<IGatewaySession> ConnectAsync()
    {
        Connects.Enqueue(Time.GetUtcNow());
        if (Failure is { } failure) return Task.FromException<IGatewaySession>(failure);
        var session = new FakeSession((it, publish) => OnPublish(it, publish));
        Sessions.Enqueue(session);
        return Task.FromResult<IGatewaySession>(session);
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Logged.Enqueue((logLevel, formatter(state, exception)));
}
