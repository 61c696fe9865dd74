using CsCheck;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Constructed;

/// <summary>Schedules, exceptions, calendars and priorities.</summary>
public sealed class ScheduleTests
{
    private static readonly Gen<TimeValue> AnyTimeValue = Gen.Select(AnyConstructed.Time, Any.Primitive, (time, value) => new TimeValue(time, value));
    private static readonly Gen<DateRange> AnyRange = Gen.Select(AnyConstructed.Date, AnyConstructed.Date, (start, end) => new DateRange(start, end));

    private static readonly Gen<CalendarEntry> AnyEntry = Gen.OneOf(
        AnyConstructed.Date.Select(date => new CalendarEntry(date)),
        AnyRange.Select(range => new CalendarEntry(range)),
        Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte, (month, week, day) => new CalendarEntry(new WeekNDay(month, week, day))));

    [Fact]
    public void A_day_has_values_from_their_times_on() => Judge.BothWays("0E B4 08000000 44 41A80000 B4 111E0500 00 0F",
        new DailySchedule([new(new(8, 0, 0, 0), BacnetValue.Real(21)), new(new(17, 30, 5, 0), BacnetValue.Null)]), "08:00 = 21, 17:30:05.00 = null");

    [Fact]
    public void A_day_may_have_none() => Judge.BothWays("0E 0F", new DailySchedule([]), "nothing");

    [Fact]
    public void A_value_of_a_schedule_is_a_primitive() => Judge.Refuses<DailySchedule>("0E B4 08000000 1E 21 01 1F 0F", DecodeError.WrongTag);

    [Fact]
    public void An_exception_names_its_days_itself() => Judge.BothWays("0E 1E A4 7E0C18FF A4 7F0101FF 1F 0F 2E B4 00000000 21 10 2F 39 03",
        new SpecialEvent(new CalendarEntry(new DateRange(new(0x7E0C18FF), new(0x7F0101FF))), default, [new(default, BacnetValue.Unsigned(16))], 3),
        "2026-12-24 to 2027-01-01: 00:00 = 16 (priority 3)");

    [Fact]
    public void An_exception_refers_to_a_calendar() => Judge.BothWays("1C 01800007 2E 2F 39 10",
        new SpecialEvent(null, new(ObjectType.Calendar, 7), [], 16), "calendar:7: nothing (priority 16)");

    [Theory]
    [InlineData("39 00")]
    [InlineData("39 11")]
    public void An_exception_has_a_priority_of_1_to_16(string priority) => Judge.Refuses<SpecialEvent>("1C 01800007 2E 2F" + priority, DecodeError.OutOfRange);

    [Theory]
    [InlineData("0C 7E0C18FF", "2026-12-24")]
    [InlineData("0C FFFFFF01", "every Mon")]
    [InlineData("0C FFFFFFFF", "any day")]
    [InlineData("0C FF0C18FF", "*-12-24")]
    [InlineData("0C FF0CFF05", "*-12-* Fri")]
    [InlineData("2B FF06FF", "last every day of every month")]
    [InlineData("2B 0D0205", "second Fri of odd months")]
    [InlineData("2B 0CFF07", "Sun of Dec")]
    [InlineData("2B 20FF08", "8 of 32")]
    [Trait("Rule", "F29")]
    public void Days_are_said_as_people_say_them(string hex, string text)
    {
        Assert.True(Judge.TryRead<CalendarEntry>(Octets.Of(hex), out var entry, out var error), error.ToString());
        Assert.Equal(text, entry.ToString());
        Octets.AreEqual(hex, Octets.Written(entry.Write));
    }

    [Fact]
    public void Days_by_their_place_are_three_octets() => Judge.Refuses<CalendarEntry>("2A FF06", DecodeError.WrongLength);

    [Fact]
    public void The_first_priority_that_commands_holds()
    {
        PriorityArray array = new([.. Enumerable.Range(1, 16).Select(priority => new PriorityValue(priority is 8 or 16 ? BacnetValue.Real(priority) : BacnetValue.Null))]);

        Judge.BothWays("00000000000000 44 41000000 00000000000000 44 41800000", array, "8: 8, 16: 16");
        Assert.Equal(8, array.Active);
        Assert.Null(new PriorityArray([.. Enumerable.Repeat(default(PriorityValue), 16)]).Active);
    }

    [Fact]
    public void A_priority_array_has_sixteen_places()
    {
        Judge.Refuses<PriorityArray>("000000000000000000000000000000", DecodeError.Truncated);
        Judge.Refuses<PriorityArray>("0000000000000000000000000000000000", DecodeError.TrailingBytes);
        Judge.Refuses<PriorityValue>("2E 00 2F", DecodeError.WrongTag);
    }

    [Fact]
    public void Every_schedule_reads_back()
    {
        var times = AnyConstructed.Several(AnyTimeValue);
        Judge.Holds(times.Select(values => new DailySchedule(values)));
        Judge.Holds(AnyEntry);
        Judge.Holds(AnyRange);
        Judge.Holds(Gen.Select(AnyEntry.Nullable(), Any.ObjectId, times, Gen.Byte[1, 16], (days, calendar, values, priority) => new SpecialEvent(days, days is null ? calendar : default, values, priority)));
    }

    [Fact]
    public void Every_priority_array_reads_back() => Judge.Holds(Gen.OneOf(
            Any.Primitive,
            Any.Primitive.Select(value => BacnetValue.Constructed(0, [value])),
            AnyConstructed.Moment.Select(moment => BacnetValue.Constructed(1, [BacnetValue.Date(moment.Date), BacnetValue.Time(moment.Time)])))
        .Array[16].Select(values => new PriorityArray([.. values.Select(value => new PriorityValue(value))])), runs: 50);
}
