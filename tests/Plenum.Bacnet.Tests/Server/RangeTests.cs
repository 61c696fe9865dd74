using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Tests.Server;

/// <summary>Which items a range means, over a log of ten records whose values are 0 to 9 and whose numbers are 101 to 110.</summary>
[Trait("Rule", "135.1 9.21")]
public sealed class RangeTests : IDisposable
{
    private static readonly PropertyReference Buffer = new(WholeDevice.Class, PropertyId.LogBuffer);

    private readonly WholeDevice _device = new(new FakeTimeProvider());
    private readonly ServerBench _bench;

    public RangeTests() => _bench = new(_device);

    [Theory]
    [InlineData(1, 3, "0-2", ResultFlags.FirstItem)]
    [InlineData(9, 5, "8-9", ResultFlags.LastItem)]
    [InlineData(4, 2, "3-4", ResultFlags.None)]
    [InlineData(1, 10, "0-9", ResultFlags.FirstItem | ResultFlags.LastItem)]
    [InlineData(10, -3, "7-9", ResultFlags.LastItem)]
    [InlineData(2, -5, "0-1", ResultFlags.FirstItem)]
    [InlineData(11, 1, "", ResultFlags.None)]
    [InlineData(0, 1, "", ResultFlags.None)]
    public void By_position(uint index, short count, string items, ResultFlags flags)
    {
        var ack = Ask(Buffer, ItemRange.ByPosition(index, count));

        Assert.Equal((items, flags, null), (Items(ack), ack.Flags, ack.FirstSequenceNumber));
    }

    [Theory]
    [InlineData(101, 2, "0-1", ResultFlags.FirstItem, 101u)]
    [InlineData(105, 2, "4-5", ResultFlags.None, 105u)]
    [InlineData(110, -2, "8-9", ResultFlags.LastItem, 109u)]
    [InlineData(100, 2, "", ResultFlags.None, null)]
    [InlineData(111, -2, "", ResultFlags.None, null)]
    public void By_sequence_number(uint number, short count, string items, ResultFlags flags, uint? first)
    {
        var ack = Ask(Buffer, ItemRange.BySequenceNumber(number, count));

        Assert.Equal((items, flags, first), (Items(ack), ack.Flags, ack.FirstSequenceNumber));
    }

    [Theory] // clause 12.25.16: 1 follows on 4294967295
    [InlineData(4294967295, 2, "1-2", 4294967295u)]
    [InlineData(1, 2, "2-3", 1u)]
    [InlineData(0, 2, "", null)]
    public void By_a_sequence_number_that_starts_anew(uint number, short count, string items, uint? first)
    {
        _device.Log.First = uint.MaxValue - 1;

        var ack = Ask(Buffer, ItemRange.BySequenceNumber(number, count));

        Assert.Equal((items, first), (Items(ack), ack.FirstSequenceNumber));
    }

    [Theory] // what is later, or earlier, than a time: never what is of that very time
    [InlineData(0, 3, "1-3", 102u)]
    [InlineData(-1, 3, "0-2", 101u)]
    [InlineData(9, 3, "", null)]
    [InlineData(9, -3, "6-8", 107u)]
    [InlineData(0, -3, "", null)]
    [InlineData(100, -3, "7-9", 108u)]
    public void By_time(int minute, short count, string items, uint? first)
    {
        var ack = Ask(Buffer, ItemRange.ByTime(BacnetDateTime.From(LogOfNumbers.Start.AddMinutes(minute)), count));

        Assert.Equal((items, first), (Items(ack), ack.FirstSequenceNumber));
    }

    [Fact]
    public void All_items_are_as_many_as_fit_and_the_answer_says_that_there_are_more()
    {
        _device.Log.Records = 2000;

        var first = Ask(Buffer, default);
        Assert.Equal(ResultFlags.FirstItem | ResultFlags.MoreItems, first.Flags);
        Assert.InRange(first.Items.Count, 1400, 1470);

        List<uint> numbers = [];
        for (var next = 1u; next <= 2000;)
        {
            var ack = Ask(Buffer, ItemRange.ByPosition(next, short.MaxValue));
            numbers.AddRange(Numbers(ack));
            next += ack.Count;
        }
        Assert.Equal(Enumerable.Range(0, 2000).Select(number => (uint)number), numbers);
    }

    [Theory]
    [InlineData("0C03C00001 1966 6E 2101 3101 6F", "50011A 9105 918C")]                          // a list without numbers: list-item-not-numbered
    [InlineData("0C03C00001 1966 7E A47E0B1607 B408000000 3101 7F", "50011A 9105 918D")]         // and without times: list-item-not-timestamped
    [InlineData("0C03C00001 1983 7E A4FFFFFFFF B408000000 3101 7F", "600106")]                   // a time with wildcards
    [InlineData("0C03C00001 192D", "50011A 9105 9116")]                                          // property-is-not-a-list
    [InlineData("0C03C00001 1956", "50011A 9105 9116")]                                          // neither is an array
    [InlineData("0C03C00001 1983 2901", "50011A 9102 9132")]
    [InlineData("0C03C00001 1955", "50011A 9102 9120")]
    [InlineData("0C03C00009 1983", "50011A 9101 911F")]
    [InlineData("0C03C00001 1966", "30011A 0C03C00001 1966 3A0500 4900 5E 5F")]                  // an empty list has neither a first nor a last item
    public void What_cannot_be_read_in_parts_is_refused(string parameters, string answer) =>
        Assert.Equal(answer.Replace(" ", "", StringComparison.Ordinal), _bench.Ask($"0005011A {parameters}"));

    private ReadRangeAck Ask(PropertyReference target, ItemRange range)
    {
        var writer = new TagWriter(new byte[100]);
        new ReadRangeRequest(target, range).Encode(ref writer);
        var answer = Convert.FromHexString(_bench.Ask("0005011A" + Convert.ToHexString(writer.Written)));
        Assert.True(ReadRangeAck.TryDecode(answer.AsSpan(3), out var ack, out var error), $"{error}");
        return ack;
    }

    private static List<uint> Numbers(ReadRangeAck ack)
    {
        var reader = new TagReader(ack.Items.AsSpan());
        List<uint> numbers = [];
        while (!reader.IsAtEnd) numbers.Add(reader.ReadUnsigned());
        Assert.Equal(ack.Count, (uint)numbers.Count);
        return numbers;
    }

    private static string Items(ReadRangeAck ack) => Numbers(ack) is { Count: > 0 } numbers ? $"{numbers[0]}-{numbers[^1]}" : "";

    public void Dispose() => _bench.Dispose();
}
