using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>What is done for every request and every answer of a poll leaves nothing to the garbage collector.</summary>
public sealed class AllocationTests
{
    private static readonly DeviceAddress Peer = DeviceAddress.Parse("10.0.0.7/2001:0a");
    private static readonly byte[] Room = new byte[BipFrame.MaxSize];

    private static readonly PropertyReference[] Targets =
        [.. Enumerable.Range(1, 20).SelectMany(input => (PropertyReference[])[new(new(ObjectType.AnalogInput, (uint)input), PropertyId.PresentValue), new(new(ObjectType.AnalogInput, (uint)input), PropertyId.StatusFlags)])];

    [Fact]
    public void Writing_a_request_allocates_nothing() => AllocatesNothing(() =>
    {
        Span<byte> apdu = stackalloc byte[ApduSizes.Largest];
        var head = new ApduHeader { Type = PduType.ConfirmedRequest, MaxApduCode = 5, InvokeId = 7, Service = (byte)ConfirmedService.ReadPropertyMultiple }.Encode(apdu);
        TagWriter writer = new(apdu[head..]);
        ReadPropertyMultipleRequest.Encode(ref writer, Targets);
        NpduHeader network = new(Peer.Remote, NetworkAddress.None, ExpectsReply: true);
        return BipFrame.Encode(Room, BvlcFunction.OriginalUnicastNpdu, network, apdu[..(head + writer.Length)]);
    });

    [Fact]
    public void Reading_an_answer_of_numbers_truths_flags_and_errors_allocates_nothing()
    {
        var datagram = Answer();

        AllocatesNothing(() =>
        {
            Assert.True(BipFrame.TryDecode(datagram, Peer.Link, out var frame, out _));
            ReadPropertyMultipleAck ack = new(frame.Content);
            var answered = 0;
            while (ack.TryNext(out var target, out var result))
                if (Targets[answered].IsAnsweredBy(target) && (!result.HasValue || result.Value.Kind != BacnetKind.List)) answered++;
            return ack.Finish(out _) ? answered : 0;
        });
    }

    [Fact]
    public void Reading_and_writing_single_values_allocates_nothing() => AllocatesNothing(() =>
    {
        TagWriter writer = new(Room);
        WritePropertyRequest command = new(Targets[0], BacnetValue.Real(21.5f), 8);
        command.Encode(ref writer);
        return WritePropertyRequest.TryDecode(writer.Written, out var read, out _) && read == command ? writer.Length : 0;
    });

    [Fact]
    public void Refusing_octets_allocates_nothing()
    {
        byte[] broken = [.. Answer()];
        broken[^3] = 0xD1;   // a tag that is reserved, in the last value

        AllocatesNothing(() =>
        {
            Assert.True(BipFrame.TryDecode(broken, Peer.Link, out var frame, out _));
            ReadPropertyMultipleAck ack = new(frame.Content);
            while (ack.TryNext(out _, out _)) { }
            return ack.Finish(out var error) ? 0 : (int)error;
        });
    }

    private static byte[] Answer()
    {
        BacnetValue[] values = [BacnetValue.Real(21.5f), BacnetValue.BitString(new BitString(0b0100, 4)), BacnetValue.Unsigned(70000), BacnetValue.Boolean(true), BacnetValue.Signed(-3), BacnetValue.Double(0.1), BacnetValue.Enumerated(1), BacnetValue.Null];
        var results = Targets.Select((target, place) => (target, place % 9 == 8 ? new PropertyResult(BacnetError.Timeout) : new(values[place % 9]))).ToArray();
        var service = Octets.Written((ref writer) => Wire.WriteAck(ref writer, results));
        var length = BipFrame.Encode(Room, BvlcFunction.OriginalUnicastNpdu, new(NetworkAddress.None, Peer.Remote, ExpectsReply: false), [0x30, 7, (byte)ConfirmedService.ReadPropertyMultiple, .. service]);
        return Room[..length];
    }

    /// <summary>Runs something, which must return more than 0 each time, until it is warm, and then counts what it allocates.</summary>
    private static void AllocatesNothing(Func<int> work)
    {
        for (var warmUp = 0; warmUp < 100; warmUp++) Assert.True(work() > 0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var run = 0; run < 1000; run++) work();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
