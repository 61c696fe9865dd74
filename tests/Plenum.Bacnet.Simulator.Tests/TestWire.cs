using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Simulator.Tests;

/// <summary>The end of a wire that a test holds in its hand: it puts requests in and sees what comes out.</summary>
internal sealed class TestWire : IDatagramTransport
{
    public static readonly DeviceAddress Client = DeviceAddress.Parse("10.0.0.9");

    private IDatagramReceiver? _receiver;

    /// <summary>What was sent, in order.</summary>
    public List<byte[]> Sent { get; } = [];

    public int Broadcasts { get; private set; }

    public DeviceAddress LocalAddress { get; } = DeviceAddress.Parse("10.0.0.1");

    public TransportCounters Counters => default;

    public void Start(IDatagramReceiver receiver) => _receiver = receiver;

    public bool TrySend(ReadOnlySpan<byte> datagram, DeviceAddress to)
    {
        Sent.Add(datagram.ToArray());
        return true;
    }

    public bool TryBroadcast(ReadOnlySpan<byte> datagram)
    {
        Broadcasts++;
        return true;
    }

    public void Dispose() { }

    public void Receive(ReadOnlySpan<byte> datagram, DeviceAddress? from = null) => _receiver!.OnDatagram(datagram, from ?? Client, broadcast: false);

    public void ReadProperty(byte invokeId, PropertyReference target, DeviceAddress? from = null)
    {
        var writer = new TagWriter(new byte[100]);
        new ReadPropertyRequest(target).Encode(ref writer);
        Receive(Request(ConfirmedService.ReadProperty, invokeId, writer.Written), from);
    }

    public void ReadMultiple(byte invokeId, params PropertyReference[] targets)
    {
        var writer = new TagWriter(new byte[1400]);
        ReadPropertyMultipleRequest.Encode(ref writer, targets);
        Receive(Request(ConfirmedService.ReadPropertyMultiple, invokeId, writer.Written));
    }

    public void WhoIs()
    {
        var datagram = new byte[BipFrame.MaxSize];
        byte[] apdu = [(byte)PduType.UnconfirmedRequest << 4, (byte)UnconfirmedService.WhoIs];
        var length = BipFrame.Encode(datagram, BvlcFunction.OriginalBroadcastNpdu, default, apdu);
        Receive(datagram.AsSpan(0, length));
    }

    private static byte[] Request(ConfirmedService service, byte invokeId, ReadOnlySpan<byte> content)
    {
        var apdu = new byte[ApduSizes.Largest];
        var header = new ApduHeader { Type = PduType.ConfirmedRequest, MaxApduCode = ApduSizes.Encode(ApduSizes.Largest), InvokeId = invokeId, Service = (byte)service };
        var size = header.Encode(apdu);
        content.CopyTo(apdu.AsSpan(size));
        var datagram = new byte[BipFrame.MaxSize];
        var length = BipFrame.Encode(datagram, BvlcFunction.OriginalUnicastNpdu, new NpduHeader(default, default, ExpectsReply: true), apdu.AsSpan(0, size + content.Length));
        return datagram[..length];
    }
}
