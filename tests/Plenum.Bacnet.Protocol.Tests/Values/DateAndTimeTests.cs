using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Values;

/// <summary>Clauses 20.2.12 and 20.2.13: any place may be a wildcard.</summary>
public sealed class DateAndTimeTests
{
    [Theory]
    [InlineData(0x7E0A1107u, "2026-10-17", "2026-10-17")]
    [InlineData(0x7E0A11FFu, "2026-10-17", "2026-10-17")]     // the day of week does not matter
    [InlineData(0x00010101u, "1900-01-01", "1900-01-01")]
    [InlineData(0xFE0C1F01u, "2154-12-31", "2154-12-31")]
    [InlineData(0x7C021D04u, "2024-02-29", "2024-02-29")]
    [InlineData(0x7E021DFFu, "2026-02-29", null)]             // no such day
    [InlineData(0xFF0A1107u, "*-10-17 Sun", null)]
    [InlineData(0x7EFF1107u, "2026-*-17 Sun", null)]
    [InlineData(0x7E0AFF07u, "2026-10-* Sun", null)]
    [InlineData(0xFFFFFFFFu, "*-*-*", null)]
    [InlineData(0x7E0D20FFu, "2026-odd-last", null)]          // the last day of odd months
    [InlineData(0x7E000001u, "2026-00-00 Mon", null)]
    public void A_date_is_text_and_a_day_if_it_is_one(uint packed, string text, string? day)
    {
        BacnetDate date = new(packed);

        Assert.Equal(text, date.ToString());
        Assert.Equal(day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd"), date.ToDateOnly());
        Assert.Equal(date, new BacnetDate(date.Year, date.Month, date.Day, date.DayOfWeek));
    }

    [Theory]
    [InlineData(0x11232D11u, "17:35:45.17", "17:35:45.170")]
    [InlineData(0x00000000u, "00:00:00.00", "00:00:00.000")]
    [InlineData(0x173B3B63u, "23:59:59.99", "23:59:59.990")]
    [InlineData(0xFF232D11u, "*:35:45.17", null)]
    [InlineData(0x11FF2D11u, "17:*:45.17", null)]
    [InlineData(0x1123FF11u, "17:35:*.17", null)]
    [InlineData(0x11232DFFu, "17:35:45.*", null)]
    [InlineData(0xFFFFFFFFu, "*:*:*.*", null)]
    [InlineData(0x18000000u, "24:00:00.00", null)]
    [InlineData(0x003C0000u, "00:60:00.00", null)]
    [InlineData(0x00003C00u, "00:00:60.00", null)]
    [InlineData(0x00000064u, "00:00:00.100", null)]
    public void A_time_is_text_and_a_time_of_day_if_it_is_one(uint packed, string text, string? time)
    {
        BacnetTime value = new(packed);

        Assert.Equal(text, value.ToString());
        Assert.Equal(time is null ? null : TimeOnly.ParseExact(time, "HH:mm:ss.fff"), value.ToTimeOnly());
        Assert.Equal(value, new BacnetTime(value.Hour, value.Minute, value.Second, value.Hundredths));
    }
}
