using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>Whoever floods the network with whatever: the client keeps a bounded amount of it, and still reads a healthy neighbour.</summary>
public sealed class HostileNetworkTests : IAsyncDisposable
{
    private const int Flood = 20_000;

    private readonly ClientBench _bench = new();
    private readonly Device _healthy;
    private readonly VirtualTransport _attacker;
    private int _read;

    public HostileNetworkTests()
    {
        _healthy = _bench.Serve("10.0.0.2", new TableDevice(7).With(100));
        _attacker = _bench.Attach("10.0.0.66");
    }

    [Fact]
    public async Task Random_datagrams_leave_nothing_behind()
    {
        var random = new Random(135);
        byte[][] valid = [Unicast(Apdus.IAm(5)), Unicast(Apdus.Abort(1, AbortReason.Other)), Unicast(Apdus.SimpleAck(1, ConfirmedService.WriteProperty)), Unicast(Notification(1, PropertyId.PresentValue, confirmed: true)),
            Unicast(Apdus.ReadAck(0, Value(1), BacnetValue.Real(1))), Convert.FromHexString("810A000801800101"), Convert.FromHexString("810000060000")];

        await KeepsAsync(most: 40_000, i =>
        {
            byte[] datagram = [.. valid[i % valid.Length]];
            for (var changes = random.Next(4); changes > 0; changes--) datagram[random.Next(datagram.Length)] = (byte)random.Next(256);
            _attacker.TrySend(datagram.AsSpan(..random.Next(i % 2 == 0 ? datagram.Length : 1, datagram.Length + 1)), ClientAddress);
        });
    }

    [Fact] // each as if it were from another machine: forwarded by a BBMD, with an origin of its own
    public async Task Answers_that_nobody_asked_for_leave_nothing_behind_from_however_many_devices_they_come() =>
        await KeepsAsync(most: 100, i => _attacker.TrySend(Forwarded(i, Apdus.ReadAck((byte)i, Value(1), BacnetValue.Real(-1))), ClientAddress));

    [Fact]
    public async Task Segments_of_messages_that_are_never_finished_leave_nothing_behind() =>
        await KeepsAsync(most: 100, i => _attacker.TrySend(Forwarded(i, Segment((byte)i, sequence: (byte)(i / 256))), ClientAddress));

    [Fact]
    public async Task Notifications_of_subscriptions_that_do_not_exist_leave_nothing_behind() =>
        await KeepsAsync(most: 100, i => _attacker.TrySend(Forwarded(i, Notification(process: (uint)i, property: PropertyId.PresentValue, confirmed: i % 2 == 0)), ClientAddress));

    [Fact]
    public async Task Messages_of_routers_with_thousands_of_networks_leave_little_behind() =>
        await KeepsAsync(most: 100_000, i => _attacker.TrySend(IAmRouter(Enumerable.Range(0, 700).Select(n => (ushort)((i * 700) + n)), from: i), ClientAddress), flood: 2000);

    [Fact] // as many bindings are kept as the largest site has devices, and no more
    public async Task Of_a_flood_of_devices_a_bounded_number_is_remembered()
    {
        await KeepsAsync(most: 900_000, i => _attacker.TrySend(Forwarded(i, Apdus.IAm((uint)i)), ClientAddress), flood: 200_000);

        Assert.True(_bench.Client.TryGetBinding(99_000, out _));
        Assert.False(_bench.Client.TryGetBinding(199_999, out _));
    }

    [Fact] // clause 16.10: whoever looks for one device is not kept from it by the noise of others
    public async Task A_device_is_found_in_a_flood_of_others()
    {
        for (var i = 0; i < 200_000; i++) _attacker.TrySend(Forwarded(i, Apdus.IAm((uint)i)), ClientAddress);
        _bench.Serve("10.0.0.3", new TableDevice(4_000_000));

        var found = await _bench.RunAsync(_bench.Client.FindAsync(4_000_000, TestContext.Current.CancellationToken));

        Assert.Equal("10.0.0.3:47808", found.Address.ToString());
    }

    [Fact]
    public async Task Of_an_endless_flood_of_devices_a_discovery_yields_a_bounded_number()
    {
        const int Burst = 4000, All = 104_000;
        var (sent, found) = (0, 0);
        void SendBurst()
        {
            for (var end = Math.Min(sent + Burst, All); sent < end; sent++) _attacker.TrySend(Forwarded(sent, Apdus.IAm((uint)sent)), ClientAddress);
        }
        async Task<int> DiscoverAsync()
        {
            await foreach (var _ in _bench.Client.DiscoverAsync(TimeSpan.FromSeconds(1), default, TestContext.Current.CancellationToken))
                if (found++ % (Burst - 100) == 0) SendBurst();   // what waits stays below what is kept waiting
            return sent;
        }

        Assert.Equal(All, await _bench.RunAsync(DiscoverAsync()));
        Assert.Equal(100_000, found);
    }

    [Fact] // whoever knows everything of a request but one thing cannot answer it
    public async Task Spoofed_answers_before_the_right_one_are_not_believed()
    {
        var other = _bench.Scripted("10.0.0.5");
        var device = _bench.Scripted("10.0.0.6");
        device.OnRequest = asked =>
        {
            var wrong = BacnetValue.Real(-1);
            other.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target, wrong));
            for (var id = 1; id < 256; id++) device.Answer(asked, Apdus.ReadAck((byte)(asked.InvokeId + id), asked.Target, wrong));
            device.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target with { Property = PropertyId.RelinquishDefault }, wrong));
            device.Answer(asked, Apdus.ReadMultipleAck(asked.InvokeId, [(asked.Target, new(wrong))]));
            device.Answer(asked, Apdus.Error(asked.InvokeId, ConfirmedService.WriteProperty, ErrorClass.Object, ErrorCode.UnknownObject));
            device.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target, BacnetValue.Real(asked.Target.Object.Instance)));
        };

        for (uint i = 0; i < 300; i++)
            Assert.Equal(BacnetValue.Real(i), (await _bench.RunAsync(_bench.Client.ReadAsync(new(device.Address), Value(i), TestContext.Current.CancellationToken))).Value);
    }

    [Fact]
    public void A_device_that_tells_ever_new_properties_fills_no_memory()
    {
        Plenum.Bacnet.Client.Cov.CovSubscription subscription = new(new(new(ObjectType.AnalogInput, 1)), new());
        for (uint i = 0; i < Flood; i++) subscription.Keep(new(new(new(ObjectType.AnalogInput, 1), (PropertyId)(512 + i), i), BacnetValue.Null, default, 0));

        Assert.InRange(Census.Of(subscription), 1, 2000);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    /// <summary>Floods the client, reads the healthy neighbour all the while, and asserts how much more the client keeps afterwards.</summary>
    private async Task KeepsAsync(long most, Action<int> send, int flood = Flood)
    {
        await ReadHealthyAsync();
        var before = Census.Of(_bench.Client, _bench.ClientPort);
        for (var i = 0; i < flood; i++)
        {
            send(i);
            if (i % (flood / 20) == 0) await ReadHealthyAsync();
        }
        await ReadHealthyAsync();
        Assert.InRange(Census.Of(_bench.Client, _bench.ClientPort) - before, -most, most);
    }

    private async Task ReadHealthyAsync()
    {
        var target = Value((uint)(_read++ % 100));
        Assert.Equal(BacnetValue.Real(target.Object.Instance), (await _bench.RunAsync(_bench.Client.ReadAsync(_healthy, target, TestContext.Current.CancellationToken))).Value);
    }

    private static byte[] Unicast(byte[] apdu)
    {
        var datagram = new byte[BipFrame.MaxSize];
        return datagram[..BipFrame.Encode(datagram, BvlcFunction.OriginalUnicastNpdu, default, apdu)];
    }

    private static byte[] Forwarded(int from, byte[] apdu)
    {
        var datagram = new byte[BipFrame.MaxSize];
        return datagram[..BvlcDatagram.Encode(datagram, BvlcFunction.ForwardedNpdu, (byte[])[1, 0, .. apdu], new DeviceAddress(0x0B000000 + (uint)from, DeviceAddress.DefaultPort))];
    }

    private static byte[] Segment(byte invokeId, byte sequence) =>
        [0x3C, invokeId, sequence, 16, (byte)ConfirmedService.ReadPropertyMultiple, .. new byte[100]];

    private static byte[] Notification(uint process, PropertyId property, bool confirmed)
    {
        var apdu = new byte[200];
        var header = confirmed
            ? new ApduHeader { Type = PduType.ConfirmedRequest, InvokeId = (byte)process, Service = (byte)ConfirmedService.ConfirmedCovNotification }
            : new ApduHeader { Type = PduType.UnconfirmedRequest, Service = (byte)UnconfirmedService.UnconfirmedCovNotification };
        var size = header.Encode(apdu);
        var writer = new TagWriter(apdu.AsSpan(size));
        new CovNotificationRequest(process, new(ObjectType.Device, 7), new(ObjectType.AnalogInput, 1), 60, [new(property, null, BacnetValue.Real(1))]).Encode(ref writer);
        return apdu[..(size + writer.Length)];
    }

    private static byte[] IAmRouter(IEnumerable<ushort> networks, int from)
    {
        byte[] npdu = [1, 0x80, 1, .. networks.Where(network => network is > 0 and < 0xFFFF).SelectMany(network => (byte[])[(byte)(network >> 8), (byte)network])];
        var datagram = new byte[BipFrame.MaxSize];
        return datagram[..BvlcDatagram.Encode(datagram, BvlcFunction.ForwardedNpdu, npdu, new DeviceAddress(0x0B000000 + (uint)from, DeviceAddress.DefaultPort))];
    }
}
