using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Values;

/// <summary>Clause 20.2.12: a date may mean many days.</summary>
[Trait("Rule", "F29")]
public sealed class DatePatternTests
{
    [Theory]
    [InlineData(126, 11, 22, 255, "2026-11-22", "2026-11-22", "2026-11-23")]
    [InlineData(126, 11, 22, 7, "2026-11-22", "2026-11-22", "2025-11-22")]
    [InlineData(255, 12, 25, 255, "*-12-25", "2030-12-25", "2030-12-26")]
    [InlineData(126, 255, 1, 255, "2026-*-01", "2026-07-01", "2027-07-01")]
    [InlineData(255, 255, 255, 1, "*-*-* Mon", "2026-11-23", "2026-11-22")]
    [InlineData(255, 13, 255, 255, "*-odd-*", "2026-11-30", "2026-12-01")]
    [InlineData(255, 14, 255, 255, "*-even-*", "2026-12-01", "2026-11-30")]
    [InlineData(255, 2, 32, 255, "*-02-last", "2028-02-29", "2028-02-28")]
    [InlineData(255, 2, 32, 255, "*-02-last", "2026-02-28", "2026-02-27")]
    [InlineData(255, 255, 33, 255, "*-*-odd", "2026-11-23", "2026-11-22")]
    [InlineData(255, 255, 34, 255, "*-*-even", "2026-11-22", "2026-11-23")]
    [InlineData(255, 13, 32, 5, "*-odd-last Fri", "2026-07-31", "2027-12-31")]
    public void A_pattern_means_some_days_and_not_others(byte year, byte month, byte day, byte dayOfWeek, string text, string meant, string notMeant)
    {
        BacnetDate date = new(year, month, day, dayOfWeek);

        Assert.Equal(text, date.ToString());
        Assert.True(date.Matches(DateOnly.ParseExact(meant, "yyyy-MM-dd")));
        Assert.False(date.Matches(DateOnly.ParseExact(notMeant, "yyyy-MM-dd")));
    }

    [Fact]
    public void Wildcards_in_every_place_mean_every_day_and_no_day_in_particular()
    {
        BacnetDate any = new(0xFFFFFFFF);

        Assert.True(any.Matches(new(1900, 1, 1)) && any.Matches(new(2154, 12, 31)));
        Assert.Equal((null, "*-*-*"), (any.ToDateOnly(), any.ToString()));
    }

    [Fact] // a day of the week that does not fit its date: the device contradicts itself
    public void A_date_on_the_wrong_day_of_the_week_means_no_day() => Assert.False(new BacnetDate(126, 11, 22, 1).Matches(new(2026, 11, 22)));

    [Theory]
    [InlineData(126, 0, 1)]
    [InlineData(126, 15, 1)]
    [InlineData(126, 1, 0)]
    [InlineData(126, 1, 35)]
    public void A_place_that_means_nothing_means_no_day(byte year, byte month, byte day)
    {
        BacnetDate date = new(year, month, day, BacnetDate.Any);
        for (var at = new DateOnly(2026, 1, 1); at.Year == 2026; at = at.AddDays(1)) Assert.False(date.Matches(at));
        Assert.Null(date.ToDateOnly());
    }
}
