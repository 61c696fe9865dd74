using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>ReadRange beyond the example (clause 15.8).</summary>
public sealed class ReadRangeTests
{
    private const string Target = "0C 05000001 19 83";

    private static readonly PropertyReference Log = new(new(ObjectType.TrendLog, 1), PropertyId.LogBuffer);

    [Fact]
    public void All_items_are_asked_for_by_saying_nothing() => Is($"{Target}", ItemRange.All);

    [Fact]
    public void Items_are_asked_for_by_position_onward_and_backward()
    {
        Is($"{Target} 3E 21 01 31 0A 3F", ItemRange.ByPosition(1, 10));
        Is($"{Target} 3E 22 03E8 32 8000 3F", ItemRange.ByPosition(1000, short.MinValue));
    }

    [Fact]
    public void Items_are_asked_for_by_sequence_number() => Is($"{Target} 6E 24 FFFFFFFF 31 F6 6F", ItemRange.BySequenceNumber(uint.MaxValue, -10));

    [Theory]
    [InlineData("3E 21 01 31 00 3F", DecodeError.OutOfRange)]                 // none is no range
    [InlineData("3E 21 01 33 008000 3F", DecodeError.OutOfRange)]             // INTEGER16
    [InlineData("3E 21 01 33 FF7FFF 3F", DecodeError.OutOfRange)]
    [InlineData("3E 21 01 21 01 3F", DecodeError.WrongTag)]
    [InlineData("7E 21 01 31 01 7F", DecodeError.WrongTag)]
    [InlineData("4E A4 62031701 B4 13342200 31 04 4F", DecodeError.WrongTag)]  // by time, as in the first edition
    [InlineData("3E 21 01 31 01 3F 3E 21 01 31 01 3F", DecodeError.TrailingBytes)]
    public void No_range_reads_from(string hex, DecodeError expected) => Wire.Fails<ReadRangeRequest>($"{Target} {hex}", expected, ReadRangeRequest.TryDecode);

    [Fact]
    public void An_answer_without_items_has_no_sequence_number()
    {
        ReadRangeAck ack = new(Log, ResultFlags.None, 0, default);

        Octets.AreEqual($"{Target} 3A 0500 49 00 5E 5F", Octets.Written(ack.Encode));
        Assert.True(ReadRangeAck.TryDecode(Octets.Written(ack.Encode), out var read, out _));
        Assert.Equal(ack, read);
    }

    [Theory]
    [InlineData("3A 0580 49 00 5E 21 01 5F", DecodeError.OutOfRange)]   // items that the count denies
    [InlineData("3A 0580 49 01 5E 5F", DecodeError.OutOfRange)]         // a count without items
    [InlineData("3A 0580 49 01 5E 1F 5F", DecodeError.WrongTag)]
    [InlineData("3A 0580 49 01 5E 1E 5F", DecodeError.WrongTag)]
    [InlineData("3A 0580 49 01 5E 24 01 5F", DecodeError.Truncated)]
    public void No_answer_reads_from(string hex, DecodeError expected) => Wire.Fails<ReadRangeAck>($"{Target} {hex}", expected, ReadRangeAck.TryDecode);

    [Fact] // what the items' own type is, only their reader knows
    public void The_items_are_read_by_whoever_knows_their_type()
    {
        Assert.True(ReadRangeAck.TryDecode(Octets.Of($"{Target} 3A 05A0 49 03 5E 11 91 03 44 41A80000 5F"), out var ack, out _));
        TagReader reader = new(ack.Items.AsSpan());

        Assert.True(reader.ReadBoolean());
        Assert.Equal((3u, 21f), (reader.ReadEnumerated(), reader.ReadReal()));
        Assert.True(reader.Finish(out _));
        Assert.Equal(ResultFlags.FirstItem | ResultFlags.MoreItems, ack.Flags);
    }

    [Theory]
    [InlineData(TagReader.MaxDepth, DecodeError.None)]
    [InlineData(TagReader.MaxDepth + 1, DecodeError.NestedTooDeep)]
    [InlineData(100_000, DecodeError.NestedTooDeep)]
    public void Items_have_a_depth_that_ends_them(int depth, DecodeError expected)
    {
        byte[] service = [.. Octets.Of($"{Target} 3A 0580 49 01 5E"), .. Enumerable.Repeat((byte)0x0E, depth), .. Enumerable.Repeat((byte)0x0F, depth), 0x5F];

        Assert.Equal(expected == DecodeError.None, ReadRangeAck.TryDecode(service, out _, out var error));
        Assert.Equal(expected, error);
    }

    private static void Is(string hex, ItemRange range)
    {
        ReadRangeRequest request = new(Log, range);
        Wire.BothWays(hex, request, request.Encode, ReadRangeRequest.TryDecode);
    }
}
