using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Tests.Client;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Server;

/// <summary>What bounds messages in segments at a device of ours, asked octet by octet.</summary>
[Trait("Rule", "135.1 13.1")]
public sealed class SegmentedServingTests : IDisposable
{
    private readonly WatchedTime _time = new();
    private readonly VirtualLan _lan;
    private readonly BacnetPort _port;
    private readonly TableDevice _device = new(1) { MaxApdu = 50, Segmentation = Segmentation.SegmentedBoth, [SegmentBench.Long] = BacnetValue.OctetString(new byte[2000]) };

    public SegmentedServingTests()
    {
        _lan = new(_time, seed: 1);
        _port = new(_lan.Attach(DeviceAddress.Parse("10.0.0.2")));
        _ = new BacnetServer(_port, _device, _time);
        _port.Start();
    }

    public void Dispose() => _port.Dispose();

    [Fact]
    public void One_asker_has_four_messages_in_segments_at_once_and_others_have_theirs()
    {
        var (greedy, other) = (Asker("10.0.0.3"), Asker("10.0.0.4"));
        for (byte id = 1; id <= 5; id++) Send(greedy, Begin(id));
        Send(other, Begin(1));

        Assert.Equal([PduType.SegmentAck, PduType.SegmentAck, PduType.SegmentAck, PduType.SegmentAck, PduType.Abort], Types(greedy));
        Assert.Equal((byte)AbortReason.OutOfResources, greedy.Requests[^1].Apdu.Service);
        Assert.Equal([PduType.SegmentAck], Types(other));
    }

    [Fact]
    public void What_an_asker_left_unfinished_is_forgotten_in_silence_and_there_is_room_again()
    {
        var asker = Asker("10.0.0.3");
        for (byte id = 1; id <= 4; id++) Send(asker, Begin(id));
        _time.Run(TimeSpan.FromSeconds(9));

        Send(asker, Begin(5));

        Assert.Equal(Enumerable.Repeat(PduType.SegmentAck, 5), Types(asker));
    }

    [Theory, InlineData(0, 1), InlineData(1, 1), InlineData(16, 16), InlineData(127, 16), InlineData(255, 16)]
    public void A_window_that_was_not_proposed_is_taken_for_the_nearest_that_was(byte granted, int sent)
    {
        var asker = Asker("10.0.0.3");
        Send(asker, Read(maxSegments: 7));
        Assert.Equal(16, Assert.Single(asker.Requests).Apdu.WindowSize);

        Send(asker, Acknowledge(0, granted));

        Assert.Equal(1 + sent, asker.Requests.Count);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public void No_more_segments_are_sent_than_the_asker_takes(byte code)
    {
        var asker = Asker("10.0.0.3");
        Send(asker, Read(code));

        var answer = Assert.Single(asker.Requests).Apdu;
        Assert.Equal((PduType.Abort, (byte)AbortReason.BufferOverflow), (answer.Type, answer.Service));   // it would be 45
    }

    [Theory, InlineData(0), InlineData(6), InlineData(7)]
    public void Who_takes_64_segments_or_does_not_say_gets_45(byte code)
    {
        var asker = Asker("10.0.0.3");
        asker.OnRequest = segment => { if (segment.Apdu.Segmented) Send(asker, Acknowledge(segment.Apdu.SequenceNumber, 1)); };
        Send(asker, Read(code));

        Assert.Equal((45, false), (asker.Requests.Count, asker.Requests[^1].Apdu.MoreFollows));
    }

    private ScriptedDevice Asker(string address) => new(_lan.Attach(DeviceAddress.Parse(address)), _time);

    private static IEnumerable<PduType> Types(ScriptedDevice asker) => asker.Requests.Select(heard => heard.Apdu.Type);

    private void Send(ScriptedDevice asker, byte[] apdu) => asker.Send(apdu, _port.LocalAddress);

    /// <summary>The first segment of a write.</summary>
    private static byte[] Begin(byte invokeId) =>
        Make(new() { Type = PduType.ConfirmedRequest, Segmented = true, MoreFollows = true, InvokeId = invokeId, WindowSize = 4, Service = (byte)ConfirmedService.WriteProperty }, [1, 2, 3]);

    private static byte[] Acknowledge(byte sequence, byte window) => Make(new() { Type = PduType.SegmentAck, InvokeId = 9, SequenceNumber = sequence, WindowSize = window }, []);

    private static byte[] Read(byte maxSegments)
    {
        Span<byte> octets = stackalloc byte[20];
        var writer = new TagWriter(octets);
        new ReadPropertyRequest(SegmentBench.Long).Encode(ref writer);
        return Make(new() { Type = PduType.ConfirmedRequest, SegmentedResponseAccepted = true, MaxSegmentsCode = maxSegments, InvokeId = 9, Service = (byte)ConfirmedService.ReadProperty }, writer.Written);
    }

    private static byte[] Make(ApduHeader header, ReadOnlySpan<byte> content)
    {
        Span<byte> apdu = stackalloc byte[50];
        var size = header.Encode(apdu);
        content.CopyTo(apdu[size..]);
        return apdu[..(size + content.Length)].ToArray();
    }
}
