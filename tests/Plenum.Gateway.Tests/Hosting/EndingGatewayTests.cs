using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Transport;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Hosting;
using Plenum.Gateway.Outbox;
using Plenum.Gateway.Supervision;
using Plenum.Gateway.Tests.Support;
using Plenum.ThingsBoard.Session;

namespace Plenum.Gateway.Tests.Hosting;

/// <summary>How the whole gateway ends by itself, with which code, and what health says before it does.</summary>
public sealed class EndingGatewayTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly RecordingLoggers _loggers = new();
    private readonly List<ExitReason> _ends = [];
    private GatewayHost? _gateway;

    public async ValueTask DisposeAsync()
    {
        var stopped = _gateway!.DisposeAsync().AsTask();
        await Wait.UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            return stopped.IsCompleted;
        });
    }

    [Fact]
    public async Task A_connector_that_fails_again_and_again_ends_the_gateway_in_order_with_70()
    {
        Start(openPort: () => throw new InvalidOperationException("the port is cursed"));

        await Wait.UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            return _gateway!.Completion.IsCompleted;
        });

        var reason = await _gateway!.Completion;
        Assert.Equal(new(ExitCode.PartFailed, "The part 'connector BACnet' failed again and again, at last with: the port is cursed"), reason);
        Assert.Equal((HealthLevel.Red, 3), (Of("connector BACnet").Level, Of("connector BACnet").Restarts));
        Assert.Equal(3, _loggers.Entries.Count(entry => entry.Id == 4400));
        Assert.Empty(_ends);
    }

    [Fact]
    public async Task A_port_that_goes_deaf_by_a_mistake_makes_its_connector_fail_and_is_opened_anew()
    {
        List<DeafPort> ports = [];
        Start(openPort: () =>
        {
            ports.Add(new());
            return Task.FromResult<IDatagramTransport>(ports[^1]);
        });
        await Wait.UntilAsync(() => ports.Count == 1 && ports[0].IsStarted && Of("connector BACnet").State == PartState.Running);

        ports[0].Fail(new InvalidOperationException("a mistake while receiving"));
        await Wait.UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            return ports.Count == 2 && ports[1].IsStarted;
        });

        Assert.Equal((1L, "a mistake while receiving"), (Of("connector BACnet").Restarts, Of("connector BACnet").LastError));
        Assert.True(ports[0].IsDisposed);
    }

    [Fact]
    public async Task An_uplink_that_hangs_turns_health_yellow_and_red_with_its_name_and_then_ends_the_process_with_71()
    {
        Start(openPort: () => new TaskCompletionSource<IDatagramTransport>().Task);
        await Wait.UntilAsync(() => _gateway!.Snapshot.Health.Parts.All(part => part.State == PartState.Running));

        await WatchAsync(seconds: 95);
        Assert.Equal((HealthLevel.Yellow, HealthLevel.Yellow), (_gateway!.Snapshot.Health.Overall, Of("uplink").Level));
        await WatchAsync(seconds: 45);
        Assert.Equal((HealthLevel.Red, HealthLevel.Red), (_gateway.Snapshot.Health.Overall, Of("uplink").Level));
        Assert.Contains("at 180 s the process is ended", Of("uplink").Status.Reason, StringComparison.Ordinal);
        Assert.Empty(_ends);
        await WatchAsync(seconds: 45);

        Assert.Equal((ExitCode.PartStuck, "The part 'uplink' is stuck: no sign of progress for 180 s."), (Assert.Single(_ends).Code, _ends[0].Explanation));
        Assert.Equal(["connector BACnet", "outbox", "uplink"], _gateway.Snapshot.Health.Parts.Select(part => part.Name));
    }

    private PartHealth Of(string part) => _gateway!.Snapshot.Health.Parts.Single(health => health.Name == part);

    private void Start(Func<Task<IDatagramTransport>> openPort)
    {
        var plan = new Plan(1, new("127.0.0.1", 1, TimeSpan.FromSeconds(120), 1, 8196, new("token", null, null, null, false, null, null, null)),
            new(null, 1 << 20, 1000, TimeSpan.FromDays(1)), [Plans.Connector([Plans.Device(DeviceAddress.Parse("127.0.0.2"), null, TimeSpan.FromSeconds(1), [])])]);
        _gateway = GatewayHost.Start(plan, new()
        {
            Loggers = _loggers,
            Version = "1.2.3",
            Time = _time,
            EndProcess = _ends.Add,
            Supervision = new() { HasWatchThread = false },
            Surroundings = new Cursed(openPort, _time),
        });
    }

    /// <summary>Lets time pass, second by second, with a look of the watchdog at each.</summary>
    private async Task WatchAsync(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1); // the other parts beat on timers of this clock
            _gateway!.Watchdog.Look();
        }
    }

    /// <summary>A port at which nothing arrives.</summary>
    private sealed class DeafPort : IDatagramTransport
    {
        private readonly TaskCompletionSource _failed = new();

        public volatile bool IsStarted, IsDisposed;

        public Task Failed => _failed.Task;

        public DeviceAddress LocalAddress => DeviceAddress.Parse("127.0.0.1");

        public TransportCounters Counters => default;

        public void Fail(Exception mistake) => _failed.SetException(mistake);

        public void Start(IDatagramReceiver receiver) => IsStarted = true;

        public bool TrySend(ReadOnlySpan<byte> datagram, DeviceAddress to) => true;

        public bool TryBroadcast(ReadOnlySpan<byte> datagram) => true;

        public void Dispose() => IsDisposed = true;
    }

    /// <summary>A network that is as the test says, and a server that never answers and cannot be left.</summary>
    private sealed class Cursed(Func<Task<IDatagramTransport>> openPort, TimeProvider time) : ISurroundings
    {
        public Task<IDatagramTransport> OpenPortAsync(UdpTransportOptions options, ILogger logger, Action<string?> onProblem, CancellationToken cancel) => openPort().WaitAsync(cancel);

        public IOutbox OpenOutbox(StoragePlan plan) => new MemoryOutbox(new(plan.MaxBytes, plan.MaxMessages, plan.MaxAge), time, new LogRecorder<MemoryOutbox>());

        public Task<IGatewaySession> ConnectAsync(ServerPlan plan, ISessionHandler handler, ILogger logger, CancellationToken cancel) =>
            new TaskCompletionSource<IGatewaySession>().Task;
    }
}
