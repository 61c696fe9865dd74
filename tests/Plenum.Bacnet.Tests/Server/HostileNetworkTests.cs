using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Server;

/// <summary>Whoever floods our device with whatever: it keeps a bounded amount of it, sends no more than it gets, and still answers.</summary>
public sealed class HostileNetworkTests : IDisposable
{
    private const int Flood = 20_000;

    private readonly FakeTimeProvider _time = new();
    private readonly VirtualLan _lan;
    private readonly BacnetPort _port;
    private readonly CovSource _cov;
    private readonly BacnetServer _server;
    private readonly VirtualTransport _attacker;
    private readonly VirtualTransport _endpoint;
    private readonly Inbox _asker = new();
    private readonly VirtualTransport _askerTransport;
    private long _received, _sent;

    public HostileNetworkTests()
    {
        _lan = new(_time, seed: 1);
        _endpoint = _lan.Attach(DeviceAddress.Parse("10.0.0.2"));
        _port = new(_endpoint);
        var device = new TableDevice(7) { Segmentation = Segmentation.SegmentedBoth }.With(100);
        device[Target with { Property = PropertyId.StatusFlags }] = BacnetValue.BitString(new(0, 4));
        _cov = new(_port, device, new(), _time);
        _server = new(_port, device, _time) { Cov = _cov };
        _port.Start();
        _attacker = _lan.Attach(DeviceAddress.Parse("10.0.0.66"));
        _askerTransport = _lan.Attach(DeviceAddress.Parse("10.0.0.3"));
        _askerTransport.Start(_asker);
        _lan.Tap = (from, _, datagram) =>
        {
            if (from == _endpoint.LocalAddress) _sent += datagram.Length;
            else _received += datagram.Length;
        };
    }

    [Fact]
    public void Random_datagrams_leave_little_behind()
    {
        var random = new Random(135);
        byte[][] valid = [Read(1), Confirmed(ConfirmedService.WriteProperty, (ref TagWriter writer) => new WritePropertyRequest(Target, BacnetValue.Real(1)).Encode(ref writer)), WhoIs(), Subscribe(1), Segment(1, 0)];
        Keeps(most: 250_000, i =>
        {
            byte[] datagram = [.. Datagram(valid[i % valid.Length], from: i)];
            for (var changes = random.Next(4); changes > 0; changes--) datagram[random.Next(datagram.Length)] = (byte)random.Next(256);
            _attacker.TrySend(datagram.AsSpan(..random.Next(i % 2 == 0 ? datagram.Length : 1, datagram.Length + 1)), _endpoint.LocalAddress);
        });
    }

    [Fact] // 64 transfers at most, 4 of one peer
    public void Requests_in_segments_that_are_never_finished_take_bounded_room() =>
        Keeps(most: 400_000, i => SendAs(i, Segment((byte)i, 0)));

    [Fact]
    public void Subscriptions_from_ever_new_peers_take_bounded_room()
    {
        Keeps(most: 100_000, i => SendAs(i, Subscribe((uint)i)));
        Assert.Equal(1000, _cov.Count);
    }

    [Fact]
    public void Writes_of_ever_new_peers_take_bounded_room() => Keeps(most: 10_000, i => SendAs(i,
        Confirmed(ConfirmedService.WriteProperty, (ref TagWriter writer) => new WritePropertyRequest(Target, BacnetValue.Real(i)).Encode(ref writer))));

    [Fact] // each question draws one answer of a few octets: nobody can use the device to flood another one
    public void A_flood_of_questions_who_is_there_is_answered_one_by_one()
    {
        Keeps(most: 100, i => SendAs(i, WhoIs()));
        Assert.InRange(_sent, 1, _received * 2);
    }

    [Fact]
    public void Segment_acknowledgements_and_aborts_of_nothing_are_dropped_in_silence()
    {
        Keeps(most: 100, i => SendAs(i, i % 2 == 0 ? [0x40, (byte)i, (byte)(i / 256), 16] : [0x70, (byte)i, 0]));
        Assert.InRange(_sent, 1, 22 * 100);   // the answers to the healthy asker
    }

    public void Dispose()
    {
        _cov.Dispose();
        _port.Dispose();
        _asker.Dispose();
        Assert.Null(_endpoint.LastFault);
    }

    private static PropertyReference Target { get; } = new(new(ObjectType.AnalogInput, 1), PropertyId.PresentValue);

    private void Keeps(long most, Action<int> send)
    {
        AskAndGetAnAnswer();
        var before = Census.Of(_server, _cov, _port);
        for (var i = 0; i < Flood; i++)
        {
            send(i);
            if (i % 1000 == 0) AskAndGetAnAnswer();
        }
        AskAndGetAnAnswer();
        Assert.InRange(Census.Of(_server, _cov, _port) - before, -most, most);
    }

    private void AskAndGetAnAnswer()
    {
        _askerTransport.TrySend(Unicast(Read(9)), _endpoint.LocalAddress);
        Assert.Contains("3009", _asker.Take().Bytes, StringComparison.Ordinal);
    }

    /// <summary>As if from another machine each time: forwarded by a BBMD does not do for a confirmed request, so behind a router, with a source of its own.</summary>
    private void SendAs(int from, byte[] apdu) => _attacker.TrySend(Datagram(apdu, from), _endpoint.LocalAddress);

    private static byte[] Datagram(byte[] apdu, int from)
    {
        var datagram = new byte[BipFrame.MaxSize];
        return datagram[..BipFrame.Encode(datagram, BvlcFunction.OriginalUnicastNpdu, new(default, new NetworkAddress(2001, (ulong)from, 4), ExpectsReply: true), apdu)];
    }

    private static byte[] Unicast(byte[] apdu)
    {
        var datagram = new byte[BipFrame.MaxSize];
        return datagram[..BipFrame.Encode(datagram, BvlcFunction.OriginalUnicastNpdu, new(default, default, ExpectsReply: true), apdu)];
    }

    private static byte[] Read(byte invokeId)
    {
        var apdu = Confirmed(ConfirmedService.ReadProperty, (ref TagWriter writer) => new ReadPropertyRequest(Target).Encode(ref writer));
        apdu[2] = invokeId;
        return apdu;
    }

    private static byte[] WhoIs() => [0x10, (byte)UnconfirmedService.WhoIs];

    private static byte[] Subscribe(uint process) => Confirmed(ConfirmedService.SubscribeCov,
        (ref TagWriter writer) => new SubscribeCovRequest(process, Target.Object, Confirmed: false, Lifetime: 3600).Encode(ref writer));

    private static byte[] Segment(byte invokeId, byte sequence) => [0x0C, 0x75, invokeId, sequence, 16, (byte)ConfirmedService.WritePropertyMultiple, .. new byte[400]];

    private delegate void Write(ref TagWriter writer);

    private static byte[] Confirmed(ConfirmedService service, Write write)
    {
        var apdu = new byte[200];
        var size = new ApduHeader { Type = PduType.ConfirmedRequest, MaxApduCode = 5, InvokeId = 1, Service = (byte)service }.Encode(apdu);
        var writer = new TagWriter(apdu.AsSpan(size));
        write(ref writer);
        return apdu[..(size + writer.Length)];
    }
}
