using System.Collections.Concurrent;
using System.Diagnostics;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Transport;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Model;
using Plenum.Gateway.Polling;
using Plenum.Gateway.Tests.Support;
using Plenum.TestKit;
using DeviceStatus = Plenum.Gateway.Model.DeviceStatus;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>Simulated devices and the polling of them on a network in memory, in virtual time: a round trip takes 10 ms.</summary>
/// <remarks>Time goes on only while every loop waits: for its next poll, or for an answer. A slow machine makes such a test slow, not different.</remarks>
internal sealed class PollingLan : IAsyncDisposable
{
    private static readonly TimeSpan Stride = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly VirtualLan _lan;
    private readonly BacnetPort _port;
    private readonly List<Building> _buildings = [];
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private readonly HashSet<DeviceAddress> _places = [];
    private readonly List<(Task Task, int Waits)> _beside = [];
    private int _loops;

    public PollingLan()
    {
        _lan = new(Time, seed: 1) { Faults = new() { Delay = TimeSpan.FromMilliseconds(5) } };
        _port = new(_lan.Attach(At(0)));
        Client = new(_port, new() { Retry = new RetryPolicy { FirstTimeout = TimeSpan.FromMilliseconds(500) }, Random = new Random(1) }, Time);
    }

    public VirtualTime Time { get; } = new();

    public BacnetClient Client { get; }

    public StoredPolls Outbox { get; } = new();

    public RecordingLogger Logger { get; } = new();

    public ConcurrentQueue<PolledDevice> Named { get; } = new();

    /// <summary>What the server would be told of how devices do.</summary>
    public ConcurrentQueue<(string Device, DeviceStatus Status)> Told { get; } = new();

    public ConnectorPoller Poller { get; private set; } = null!;

    /// <summary>Shown every datagram as it is sent.</summary>
    public Action<DeviceAddress, DeviceAddress, byte[]>? Tap
    {
        set => _lan.Tap = value;
    }

    /// <summary>Whether the gateway is cut off from everyone; datagrams that are under way still arrive.</summary>
    public bool IsCut
    {
        set => _lan.Faults = _lan.Faults with { LossPercent = value ? 100 : 0 };
    }

    /// <summary>Datagrams that our port has refused.</summary>
    public long SendErrors { get; set; }

    /// <summary>What is remembered of the devices.</summary>
    public DeviceMemory Memory { get; set; } = new();

    /// <summary>The longest time without a beat.</summary>
    public TimeSpan LongestSilence { get; private set; }

    /// <summary>The place of a device, by its number on this network.</summary>
    public static DeviceAddress At(int number) => new(0x0A00_0001 + (uint)number, DeviceAddress.DefaultPort);

    /// <summary>Adds devices, which say nothing of themselves unless asked: before <see cref="Start"/> nobody hears their I-Am.</summary>
    /// <param name="options">What they are; instances count from 1000 on.</param>
    /// <param name="first">The place of the first one.</param>
    /// <param name="wrap">Puts something around a device's transport.</param>
    public Building Add(BuildingOptions options, int first = 1, Func<IDatagramTransport, IDatagramTransport>? wrap = null)
    {
        var building = new Building(options, index => wrap is null ? _lan.Attach(At(first + index)) : wrap(_lan.Attach(At(first + index))), Time);
        _buildings.Add(building);
        foreach (var device in building.Controllers) _places.Add(device.Address);
        building.Start();
        return building;
    }

    /// <summary>A place of the network for something that is no simulated device.</summary>
    public IDatagramTransport Attach(int number) => _lan.Attach(At(number));

    /// <summary>Something goes on beside the polling, and time is to wait for it too.</summary>
    /// <param name="task">Until it is over.</param>
    /// <param name="waits">For how many things it waits at once while it waits: a request, a limit of its time.</param>
    public Task Beside(Task task, int waits)
    {
        _beside.Add((task, waits));
        return task;
    }

    /// <summary>A device with a few points at the first place.</summary>
    public Controller AddDevice(int points = 5, Func<BuildingOptions, BuildingOptions>? with = null)
    {
        var options = new BuildingOptions { Devices = 1, PointsPerDevice = points };
        return Add(with?.Invoke(options) ?? options).Controllers[0];
    }

    /// <summary>Begins to hear, without polling: what a test of the client's own needs.</summary>
    public void Listen()
    {
        Time.Step(Stride); // what the devices said when they were added goes by unheard
        _port.Start();
    }

    /// <summary>Begins to poll.</summary>
    public void Start(params DevicePlan[] devices)
    {
        Listen();
        Poller = new(Plans.Connector(devices), new(Client, Outbox, Time, Logger, Named.Enqueue) { Memory = Memory, SendErrors = () => SendErrors, OnAvailability = (device, now) => Told.Enqueue((device.Name, now.Status)) });
        _loops = devices.Length + 1;
        foreach (var device in devices)
            if (device.Address is { } place) _places.Add(place);
        var last = Time.Now;
        _running = Task.Run(() => Poller.RunAsync(() =>
        {
            LongestSilence = Time.Now - last > LongestSilence ? Time.Now - last : LongestSilence;
            last = Time.Now;
        }, _stop.Token));
    }

    /// <summary>The state of one device.</summary>
    public DeviceState State(int device = 0) => Poller.State.Devices[device];

    /// <summary>Lets time pass.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        for (var end = Time.Now + span; Time.Now < end;)
        {
            await QuietAsync();
            Time.Step(end - Time.Now < Stride ? end - Time.Now : Stride);
        }
        await QuietAsync();
    }

    /// <summary>Lets time pass until something is so.</summary>
    public async Task UntilAsync(Func<bool> condition, TimeSpan most)
    {
        for (var end = Time.Now + most; ;)
        {
            await QuietAsync();
            if (condition()) return;
            Assert.True(Time.Now < end, $"not within {most} of virtual time");
            Time.Step(Stride);
        }
    }

    /// <summary>Lets time pass as long as a call of the client waits for answers, until it has ended.</summary>
    public async Task AnsweredAsync(Task call)
    {
        while (!call.IsCompleted)
        {
            if (Outstanding() > 0 && IsQuiet()) Time.Step(Stride);
            else await Task.Delay(1);
        }
        await call;
    }

    /// <summary>Stops polling, and lets the time pass that this takes.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        var waited = Stopwatch.StartNew();
        while (!_running.IsCompleted)
        {
            Assert.True(waited.Elapsed < Patience, "polling did not stop");
            if (Time.Sleepers + Outstanding() > 0) Time.Step(Stride);
            await Task.Delay(1);
        }
        await _running;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stop.IsCancellationRequested) await StopAsync();
        await Client.DisposeAsync();
        foreach (var building in _buildings) building.Dispose();
        _port.Dispose();
        _stop.Dispose();
    }

    /// <summary>Waits until every loop waits. Whoever is inside the client holds a peer's lock, which is what a diagnosis takes: it comes back once they are out.</summary>
    private async Task QuietAsync()
    {
        var waited = Stopwatch.StartNew();
        while (!IsQuiet())
        {
            if (_running.IsCompleted) await _running;
            Assert.True(waited.Elapsed < Patience, "the loops do not come to rest");
            await Task.Delay(1);
        }
    }

    private bool IsQuiet()
    {
        if (!IsEveryoneWaiting()) return false;
        foreach (var place in _places) Client.Diagnose(place, "", tries: 0);
        return IsEveryoneWaiting() && Poller is not { IsStoring: true };
    }

    private bool IsEveryoneWaiting()
    {
        _beside.RemoveAll(one => one.Task.IsCompleted);
        var beside = _beside.Sum(one => one.Waits);
        return Waiting(beside) >= _loops + beside;
    }

    /// <summary>Loops that sleep, wait for an answer, or for an I-Am (by a limit: the next Who-Is). All but one are devices' loops, and only these ask.</summary>
    private long Waiting(int beside) => Time.Sleepers + Math.Min(Outstanding(), Math.Max(_loops - 1, 0) + beside) + Time.Limits;

    private long Outstanding()
    {
        var counters = Client.Counters;
        return counters.Requests - counters.Answered - counters.Refused - counters.Silent;
    }
}
