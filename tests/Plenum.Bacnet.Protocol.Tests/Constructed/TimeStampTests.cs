using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Constructed;

/// <summary>BACnetTimeStamp: three choices, each of which may be all wildcards.</summary>
[Trait("Rule", "F29")]
public sealed class TimeStampTests
{
    private static readonly BacnetDateTime Moment = new(new BacnetDate(0x5C0615FF), new BacnetTime(13, 3, 41, 9));

    [Fact]
    public void A_time_of_day() => Judge.BothWays("0C 0F230014", new TimeStamp(new BacnetTime(15, 35, 0, 20)), "15:35:00.20");

    [Fact]
    public void A_sequence_number() => Judge.BothWays("19 10", new TimeStamp(16), "#16");

    [Fact]
    public void A_date_and_time() => Judge.BothWays("2E A4 5C0615FF B4 0D032909 2F", new TimeStamp(Moment), "1992-06-21T13:03:41.09");

    [Fact]
    public void Wildcards_all_over() => Judge.BothWays("2E A4 FFFFFFFF B4 FFFFFFFF 2F", new TimeStamp(BacnetDateTime.Any), "*-*-*T*:*:*.*");

    [Fact]
    public void Only_the_choice_that_was_made_has_a_value()
    {
        Assert.Equal((TimeStampChoice.SequenceNumber, 16u, (BacnetDateTime?)null), (new TimeStamp(16).Choice, new TimeStamp(16).SequenceNumber, new TimeStamp(16).Moment));
        Assert.Equal((TimeStampChoice.DateTime, 0u, (BacnetDateTime?)Moment), (new TimeStamp(Moment).Choice, new TimeStamp(Moment).SequenceNumber, new TimeStamp(Moment).Moment));
    }

    [Theory]
    [InlineData("2E A4 5C0615FF B4 0D032909", DecodeError.Truncated)]
    [InlineData("2E A4 5C0615FF 2F", DecodeError.WrongTag)]
    [InlineData("3C 0F230014", DecodeError.WrongTag)]
    [InlineData("0B 0F2300", DecodeError.WrongLength)]
    public void Anything_else_is_refused(string hex, DecodeError expected) => Judge.Refuses<TimeStamp>(hex, expected);

    [Fact]
    public void Every_time_stamp_reads_back() => Judge.Holds(AnyConstructed.Stamp);

    [Fact]
    public void Every_date_and_time_reads_back() => Judge.Holds(AnyConstructed.Moment);
}
