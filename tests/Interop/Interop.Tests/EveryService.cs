using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Client.Cov;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

[assembly: AssemblyFixture(typeof(Interop.Tests.EveryService))]

namespace Interop.Tests;

/// <summary>A conversation in which our client asks for every service that it can, our encoders answer, a device of ours tells its changes and sends and takes
/// segments, a router and a BBMD stand between: written to a capture file.</summary>
public sealed class EveryService : IAsyncLifetime
{
    private static readonly DeviceAddress Asking = DeviceAddress.Parse("10.0.0.1"), Answering = DeviceAddress.Parse("10.0.0.2"), Serving = DeviceAddress.Parse("10.0.0.3"),
        Bbmd = DeviceAddress.Parse("10.0.0.5"), Router = DeviceAddress.Parse("10.0.0.254");

    private static readonly PropertyReference Input = new(new(ObjectType.AnalogInput, 10), PropertyId.PresentValue), Long = new(new(ObjectType.OctetstringValue, 1), PropertyId.PresentValue);

    private readonly FakeTimeProvider _time = new();
    private readonly VirtualLan _lan;
    private readonly VirtualLan _trunk;
    private readonly List<IDisposable> _owned = [];
    private long _frames;

    public EveryService() => (_lan, _trunk) = (new(_time, seed: 1), new(_time, seed: 2));

    /// <summary>The capture.</summary>
    public string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "every-service.pcap");

    /// <summary>How many frames are in it.</summary>
    public long Frames => _frames;

    public async ValueTask InitializeAsync() => await ConverseAsync().WaitAsync(TimeSpan.FromSeconds(60));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task ConverseAsync()
    {
        using PcapWriter capture = new(Path);
        _lan.Tap = (from, to, datagram) => capture.Write(TimeSpan.FromMilliseconds(++_frames), from, to, datagram);
        BacnetPort here = new(_lan.Attach(Asking));
        await using BacnetClient client = new(here, new() { ReceivesEvents = true }, _time);
        here.Start();
        _owned.Add(here);
        using (ScriptedDevice answering = new(_lan.Attach(Answering), _time))
        {
            answering.OnRequest = asked => Answers.To(asked, answering);
            await Questions.AskAsync(client, new(Answering));
            Questions.Tell(client, Answering);
            Answers.Notify(answering, Asking);
        }
        await LetItTellAndSegmentAsync(client, Serve());
        await GoThroughARouterAsync(client);
        await RegisterAsync();
        foreach (var owned in _owned) owned.Dispose();
    }

    /// <summary>Changes told either way, and a property longer than an APDU read and written.</summary>
    private async Task LetItTellAndSegmentAsync(BacnetClient client, TableDevice table)
    {
        Device device = new(Serving);
        await PassUntilAsync(client.Subscriptions([new CovTarget(Input.Object)], new()).TendAsync(device, client.Now + TimeSpan.FromMinutes(5)).AsTask());   // confirmed
        _time.Advance(TimeSpan.FromSeconds(1));
        await client.SubscribeAsync(device, new SubscribeCovRequest(2, Input.Object, false, 60));
        _time.Advance(TimeSpan.FromSeconds(1));
        await client.SubscribeAsync(device, new SubscribeCovPropertyRequest(3, Input, Confirmed: true, Lifetime: 60, Increment: 0.5f));
        table[Input] = BacnetValue.Real(21);
        _time.Advance(TimeSpan.FromSeconds(1));
        await client.SubscribeAsync(device, new SubscribeCovRequest(2, Input.Object, null, null));

        device.Capabilities.OnMaxApdu(206, _time.GetUtcNow());
        device.Capabilities.OnSegmentation(Segmentation.SegmentedBoth, _time.GetUtcNow());
        var whole = (await client.ReadAsync(device, Long)).Value;
        await client.WriteAsync(device, new(Long, whole, 8));
    }

    /// <summary>A device whose router is asked for, a network that there is none to, and one that is busy.</summary>
    private async Task GoThroughARouterAsync(BacnetClient client)
    {
        VirtualRouter router = new();
        router.Join(_lan, Router.ToString(), 1);
        router.Join(_trunk, "10.0.20.254", 2001, MacKind.Trunk);
        using ScriptedDevice station = new(_trunk.Attach(DeviceAddress.Parse("10.0.20.7")), _time);
        station.OnRequest = asked => station.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target, BacnetValue.Real(1)));
        await client.ReadAsync(new(new DeviceAddress() with { Remote = new(2001, 7, 1) }), Input);
        router.Announce();
        router.BecomeBusy(2001);
        router.BecomeAvailable(2001);
        var peer = _lan.Attach(DeviceAddress.Parse("10.0.0.9"));
        _owned.Add(peer);
        foreach (var question in (string[])["81010004", "81020004", "81050006003C", "81060004", "8108000A0A000003BAC0", "8109000801001008", "810A00090180FF0104"])   // what a node is asked that is neither BBMD nor router
            peer.TrySend(Convert.FromHexString(question), Serving);
    }

    /// <summary>Another client of ours, as a foreign device.</summary>
    private async Task RegisterAsync()
    {
        using VirtualBbmd bbmd = new(_lan.Attach(Bbmd), _time);
        bbmd.Distribute(Bbmd, DeviceAddress.Parse("10.9.0.5"));
        BacnetPort port = new(_lan.Attach(DeviceAddress.Parse("10.0.0.6")));
        await using BacnetClient client = new(port, new(), _time);
        port.RegisterWith(new() { Bbmd = Bbmd, TimeToLive = TimeSpan.FromSeconds(60) }, _time, NullLogger.Instance);
        port.Start();
        _time.Advance(TimeSpan.FromSeconds(3));
        client.WhoIs(default);
        await client.ReadBroadcastDistributionTableAsync(Bbmd);
        await client.ReadForeignDeviceTableAsync(Bbmd);
        _owned.Add(port);
    }

    private async Task PassUntilAsync(Task task)
    {
        for (var steps = 0; !task.IsCompleted && steps < 1000; steps++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
        await task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private TableDevice Serve()
    {
        var table = new TableDevice(1234) { MaxApdu = 206, Segmentation = Segmentation.SegmentedBoth };
        table[Input] = BacnetValue.Real(20);
        table[Input with { Property = PropertyId.StatusFlags }] = BacnetValue.BitString(new(0, 4));
        table[Long] = BacnetValue.OctetString(new byte[1500]);
        BacnetPort port = new(_lan.Attach(Serving));
        CovSource source = new(port, table, new(), _time);
        _ = new BacnetServer(port, table, _time) { Cov = source };
        port.Start();
        _owned.AddRange([source, port]);
        return table;
    }
}
