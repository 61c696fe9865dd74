using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Messages;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Captures;

namespace Plenum.Tests.Captures;

/// <summary>Segmented messages as a bystander sees them: what was lost on the way, doubled, or out of order.</summary>
[Trait("Rule", "F17")]
public sealed class SegmentCollectorTests
{
    private static readonly Station Device = new(new(0x0A000001, 47808)), Client = new(new(0x0A000002, 47808));

    private readonly SegmentCollector _collector = new();
    private int _frames;

    [Fact]
    public void Segments_make_one_message_at_the_last_of_them()
    {
        var content = AckOf(60);

        Assert.Empty(Add(content, 0, 3).Message.Fields);
        Add(content, 1, 3);
        var whole = Add(content, 2, 3);

        Assert.Equal((60, 1), (Values(whole), _collector.Assembled));
        Assert.Equal([1, 2, 3], whole.Segments);
        Assert.Empty(_collector.Incomplete());
    }

    [Theory]
    [InlineData("0 1 1 2 3", "2")]      // doubled
    [InlineData("0 2 1 3", "")]         // out of order
    [InlineData("3 0 1 2", "")]         // the last one first
    [InlineData("0 1 2 0 1 2 3", "3 4 5")]   // the window again, because its acknowledgement was lost
    [InlineData("0 3 1 2", "")]         // lost, and sent again
    public void Whatever_the_order_the_message_is_exact(string order, string doubled)
    {
        var content = AckOf(80);

        var frames = order.Split(' ').Select(number => Add(content, int.Parse(number, null), 4)).ToList();

        Assert.Equal(80, Values(frames[^1]));
        Assert.Equal(doubled, string.Join(' ', frames.Select((frame, index) => (frame, index)).Where(item => item.frame.IsRetransmission).Select(item => item.index)));
    }

    [Fact]
    public void More_than_256_segments_are_counted_on()
    {
        var content = AckOf(6000);
        DecodedFrame last = null!;

        for (var i = 0; i < 581; i++) last = Add(content, i, 581);

        Assert.Equal((6000, 581), (Values(last), last.Segments.Count));
    }

    [Fact]
    public void A_segment_that_is_missing_is_named_and_nothing_is_put_together()
    {
        var content = AckOf(100);

        Add(content, 0, 5);
        Assert.Equal("waits for segment 1", Add(content, 2, 5).Note);
        Assert.Equal("waits for segments 1, 3", Add(content, 4, 5).Note);

        Assert.Equal(["the segmented message #9 from 10.0.0.1:47808 to 10.0.0.2:47808, begun in frame 1, lacks segments 1, 3"], _collector.Incomplete());
        Assert.Equal(0, _collector.Assembled);
    }

    [Fact]
    public void A_message_without_its_end_is_told()
    {
        Add(AckOf(100), 0, 5);

        Assert.Equal(["the segmented message #9 from 10.0.0.1:47808 to 10.0.0.2:47808, begun in frame 1, lacks its end"], _collector.Incomplete());
    }

    [Fact]
    public void An_old_message_never_mixes_with_a_new_one_of_the_same_invoke_id()
    {
        var (old, next) = (AckOf(60), AckOf(61));
        Add(old, 0, 3);
        Add(old, 1, 3);

        Add(next, 0, 3);
        Add(next, 1, 3);

        Assert.Equal(61, Values(Add(next, 2, 3)));
        Assert.Equal("lacks its end", Assert.Single(_collector.Incomplete())[^13..]);
    }

    [Fact] // as often as a client reads the list of objects
    public void The_same_message_again_is_put_together_again()
    {
        var content = AckOf(60);
        for (var round = 0; round < 3; round++)
            for (var i = 0; i < 3; i++) Add(content, i, 3);

        Assert.Equal(3, _collector.Assembled);
    }

    [Fact]
    public void Messages_to_others_and_the_other_way_are_apart()
    {
        var content = AckOf(60);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(i == 2 ? 60 : 0, Values(Add(content, i, 3)));
            Assert.Equal(i == 2 ? 60 : 0, Values(Add(content, i, 3, source: Client, destination: Device)));
            Assert.Equal(i == 2 ? 60 : 0, Values(Add(content, i, 3, invokeId: 10)));
        }
    }

    [Fact]
    public void Messages_that_never_end_do_not_pile_up()
    {
        for (uint device = 0; device < 2000; device++) Add(AckOf(60), 0, 3, source: new(new(0x0A010000 + device, 47808)));

        Assert.Equal(512, _collector.Incomplete().Count());   // those that are open, and as many of those given up as are told
    }

    private DecodedFrame Add(byte[] content, int number, int count, Station? source = null, Station? destination = null, byte invokeId = 9)
    {
        var size = (content.Length + count - 1) / count;
        var part = content[(number * size)..Math.Min((number + 1) * size, content.Length)];
        ApduHeader header = new()
        {
            Type = PduType.ComplexAck,
            Segmented = true,
            MoreFollows = number < count - 1,
            InvokeId = invokeId,
            SequenceNumber = (byte)number,
            WindowSize = 4,
            Service = (byte)ConfirmedService.ReadProperty,
        };
        return _collector.Add(new(++_frames, default, source ?? Device, destination ?? Client, new BacnetMessage { Apdu = header }), part);
    }

    /// <summary>How many values a whole message has; each is its own number, so that a wrong one would show.</summary>
    private static int Values(DecodedFrame frame)
    {
        if (frame.Message.Fields.Count == 0) return 0;
        var values = frame.Message.Fields.Single(field => field.Name == "value").Parts!;
        Assert.Equal(Enumerable.Range(1000, values.Count).Select(number => (ulong)number), values.Select(value => value.Value!.Value.AsUnsigned));
        return values.Count;
    }

    /// <summary>A ReadProperty-ACK of a list of so many numbers, 1000 and up.</summary>
    private static byte[] AckOf(int values) =>
        [.. CaptureBytes.Hex("0C 02000001 19 4C 3E"), .. Enumerable.Range(1000, values).SelectMany(number => (byte[])[0x22, (byte)(number >> 8), (byte)number]), 0x3F];
}
