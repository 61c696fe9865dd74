using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Constructed;

public sealed class BacnetDateTimeTests
{
    [Fact]
    public void A_point_in_time_is_written_to_the_hundredth_of_a_second_and_read_back()
    {
        var time = BacnetDateTime.From(new DateTime(2026, 11, 22, 8, 30, 59, 999));

        Assert.Equal(new(new(126, 11, 22, 7), new(8, 30, 59, 99)), time);   // a Sunday
        Assert.Equal("2026-11-22T08:30:59.99", time.ToString());
        Assert.Equal(new DateTime(2026, 11, 22, 8, 30, 59, 990), time.ToDateTime());
    }

    [Theory]
    [InlineData(2026, 11, 23, 1)]
    [InlineData(2026, 11, 28, 6)]
    [InlineData(1900, 1, 1, 1)]
    [InlineData(2154, 12, 31, 2)]
    public void Days_of_the_week_count_from_monday(int year, int month, int day, byte expected) =>
        Assert.Equal(expected, BacnetDate.From(new DateOnly(year, month, day)).DayOfWeek);

    [Theory]
    [InlineData(1899)]
    [InlineData(2155)]
    public void A_year_that_cannot_be_written_is_refused(int year) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BacnetDate.From(new DateOnly(year, 6, 1)));

    [Fact]
    public void A_wildcard_is_no_point_in_time()
    {
        Assert.Null(BacnetDateTime.Any.ToDateTime());
        Assert.Null((BacnetDateTime.From(new DateTime(2026, 1, 1)) with { Time = new(8, 30, 0, BacnetTime.Any) }).ToDateTime());
        Assert.Equal("*-*-*T*:*:*.*", BacnetDateTime.Any.ToString());
    }

    [Fact]
    public void It_stands_between_tags_where_a_place_wants_a_number()
    {
        BacnetDateTime time = new(new(92, 11, 17, 2), new(22, 45, 30, 70));
        const string Hex = "2E A4 5C0B1102 B4 162D1E46 2F";

        Octets.AreEqual(Hex, Octets.Written((ref writer) => writer.WriteNested(time, 2)));
        Protocol.Tags.TagReader reader = new(Octets.Of(Hex));
        Assert.Equal(time, reader.ReadNested<BacnetDateTime>(2));
        Assert.True(reader.Finish(out _));
    }
}
