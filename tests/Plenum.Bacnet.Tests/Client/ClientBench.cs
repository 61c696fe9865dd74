using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>A client and its devices on a network in memory, in fake time.</summary>
internal sealed class ClientBench : IAsyncDisposable
{
    public static readonly DeviceAddress ClientAddress = DeviceAddress.Parse("10.0.0.1");

    /// <summary>Tries at 0, 1, 2.5 and 4.75 s, given up at 8.125 s.</summary>
    public static readonly RetryPolicy Plain = new() { FirstTimeout = TimeSpan.FromSeconds(1), Jitter = 0 };

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);
    private readonly BacnetPort _port;
    private readonly List<VirtualTransport> _endpoints = [];

    public ClientBench(RetryPolicy? policy = null, int mostInFlight = 4, int seed = 1, ForeignDeviceOptions? foreign = null, Func<BacnetClientOptions, BacnetClientOptions>? with = null)
    {
        Lan = new(Time, seed);
        _port = new(Attach(ClientAddress.ToString()));
        BacnetClientOptions options = new() { Retry = policy ?? Plain, MostInFlightPerDevice = mostInFlight, Random = new Random(seed), Logger = Logger };
        Client = new(_port, with?.Invoke(options) ?? options, Time);
        if (foreign is not null) _port.RegisterWith(foreign, Time, Logger);
        _port.Start();
        Time.Watch();
    }

    public WatchedTime Time { get; } = new();
    public VirtualLan Lan { get; }
    public RecordingLogger Logger { get; } = new();
    public BacnetClient Client { get; }
    public BacnetPort ClientPort => _port;
    public ClientCounters Counters => Client.Counters;
    public IReadOnlyDictionary<Protocol.Tags.DecodeError, long> Undecodable => _port.Undecodable;

    /// <summary>Requests that are waiting or under way.</summary>
    public long Open => Counters.Requests - Counters.Answered - Counters.Refused - Counters.Silent;

    public static PropertyReference Value(uint instance) => new(new(ObjectType.AnalogInput, instance), PropertyId.PresentValue);

    public ScriptedDevice Scripted(string address, NetworkAddress behind = default, VirtualLan? lan = null) =>
        new(Attach(address, lan), Time) { Behind = behind };

    /// <summary>Another place on the network, not yet open.</summary>
    public BacnetPort PortAt(string address) => new(Attach(address));

    /// <summary>A device of ours that answers by the book, on the client's own network or another one.</summary>
    public Device Serve(string address, TableDevice device, VirtualLan? lan = null)
    {
        BacnetPort port = new(Attach(address, lan));
        _ = new BacnetServer(port, device, Time);
        port.Start();
        return new(port.LocalAddress);
    }

    /// <summary>Lets time pass until a task is done. While nobody waits for time it stands still, because then what comes next is a continuation and not a deadline.</summary>
    public async Task<T> RunAsync<T>(Task<T> task, double mostSeconds = 600, TimeSpan? step = null)
    {
        var end = Client.Now + TimeSpan.FromSeconds(mostSeconds);
        var idle = System.Diagnostics.Stopwatch.StartNew();
        while (!task.IsCompleted)
        {
            if (Open > 0 || Time.Armed > 0)
            {
                Time.Advance(step ?? Step);
                idle.Restart();
            }
            else await Task.Yield();
            if (Client.Now > end) throw new TimeoutException($"not done in {mostSeconds} s of fake time; {Open} requests are open");
            if (idle.Elapsed > Inbox.Bound) throw new TimeoutException("not done, and nobody waits for an answer or for time");
        }
        return await task;
    }

    public Task<T> RunAsync<T>(ValueTask<T> task, double mostSeconds = 600) => RunAsync(task.AsTask(), mostSeconds);

    public async Task RunAsync(ValueTask task, double mostSeconds = 600)
    {
        async Task<int> Done() { await task; return 0; }
        await RunAsync(Done(), mostSeconds);
    }

    public void Pass(double seconds) => Time.Run(TimeSpan.FromSeconds(seconds), Step);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        _port.Dispose();
        Assert.All(_endpoints, endpoint => Assert.Null(endpoint.LastFault));
    }

    public VirtualTransport Attach(string address, VirtualLan? lan = null)
    {
        var endpoint = (lan ?? Lan).Attach(DeviceAddress.Parse(address));
        _endpoints.Add(endpoint);
        return endpoint;
    }
}
