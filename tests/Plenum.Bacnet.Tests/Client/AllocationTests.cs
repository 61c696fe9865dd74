using System.Diagnostics;
using System.Reflection;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>A gateway polls for years: what a poll allocates, the collector pays for. These tests run alone, because they count for the whole process.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class AllocationTests
{
    private const int Polls = 10_000;
    private const string Debug = "a Debug build makes an object of every state machine: run the tests in Release";

    public static bool IsOptimized { get; } =
        typeof(BacnetClient).Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };

    [Theory(Skip = Debug, SkipUnless = nameof(IsOptimized)), InlineData(true, 20), InlineData(false, 5)]
    public async Task A_poll_of_a_device_in_memory_allocates_nothing(bool batches, int properties)
    {
        var (serving, asking) = InstantTransport.Pair();
        BacnetPort there = new(serving), here = new(asking);
        _ = new BacnetServer(there, new TableDevice(1) { ReadsMultiple = batches }.With(properties));
        await using BacnetClient client = new(here, new(), new SkippingTime());
        there.Start();
        here.Start();

        var bytes = await MeasureAsync(client, new(serving.LocalAddress), properties, Polls);

        Assert.InRange(bytes / Polls, 0, 16 * (batches ? 1 : properties));
    }

    [Fact(Skip = Debug, SkipUnless = nameof(IsOptimized))]
    public async Task A_poll_over_real_sockets_allocates_next_to_nothing()
    {
        using BacnetPort serving = new(UdpTransport.Open(new() { Host = System.Net.IPAddress.Parse("127.0.0.5"), Port = 0, BroadcastPort = 47808 },
            TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance));
        _ = new BacnetServer(serving, new TableDevice(1).With(20));
        serving.Start();
        await using BacnetClient client = new(new() { Host = System.Net.IPAddress.Parse("127.0.0.4"), Port = 0 });

        var bytes = await MeasureAsync(client, new(serving.LocalAddress), properties: 20, polls: 2000);

        Assert.InRange(bytes / 2000, 0, 16);
    }

    private static async Task<double> MeasureAsync(BacnetClient client, Device device, int properties, int polls)
    {
        var list = new ReadList(Enumerable.Range(0, properties).Select(i => Value((uint)i)));
        using CancellationTokenSource stop = new();   // a gateway can always be stopped: the token costs nothing either
        await PollAsync(client, device, list, polls / 4, stop.Token);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await PollAsync(client, device, list, polls, stop.Token);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static async Task PollAsync(BacnetClient client, Device device, ReadList list, int polls, CancellationToken stop)
    {
        for (var poll = 0; poll < polls; poll++)
        {
            await client.ReadAsync(device, list, null, stop).ConfigureAwait(false);
            if (list.Settled != list.Targets.Count || !list.Results[^1].HasValue) throw new InvalidOperationException($"poll {poll} read {list.Settled} of {list.Targets.Count}");
        }
    }

    /// <summary>Two ends of a wire on which a datagram has arrived when the call returns.</summary>
    private sealed class InstantTransport(DeviceAddress address) : IDatagramTransport
    {
        private InstantTransport? _other;
        private IDatagramReceiver? _receiver;

        public DeviceAddress LocalAddress => address;

        public TransportCounters Counters => default;

        public static (InstantTransport, InstantTransport) Pair()
        {
            InstantTransport one = new(DeviceAddress.Parse("10.0.0.2")), two = new(ClientAddress);
            (one._other, two._other) = (two, one);
            return (one, two);
        }

        public void Start(IDatagramReceiver receiver) => _receiver = receiver;

        public bool TrySend(ReadOnlySpan<byte> datagram, DeviceAddress to)
        {
            _other!._receiver!.OnDatagram(datagram, address, broadcast: false);
            return true;
        }

        public bool TryBroadcast(ReadOnlySpan<byte> datagram) => false;

        public void Dispose() { }
    }

    /// <summary>A clock that goes on by 10 ms whenever it is read, so that invoke ids rest without anyone waiting for them.</summary>
    private sealed class SkippingTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Interlocked.Add(ref _now, 10);
    }
}
