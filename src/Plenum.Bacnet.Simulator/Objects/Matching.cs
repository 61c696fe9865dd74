using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Simulator.Objects;

/// <summary>Which days calendar entries mean (clause 21, BACnetCalendarEntry).</summary>
internal static class Matching
{
    private const byte OddMonths = 13, EvenMonths = 14, LastDays = 6, DaysInWeek = 7;

    /// <summary>Whether an entry means a day.</summary>
    public static bool Includes(CalendarEntry entry, DateOnly day)
    {
        if (entry.Date is { } date) return date.Matches(day);
        return entry.IsRange ? Includes(entry.Range, day) : Includes(entry.Days, day);
    }

    /// <summary>Whether a range means a day; an end that is not specified is open, and one without a year is of every year.</summary>
    public static bool Includes(DateRange range, DateOnly day) => Compare(range.Start, day) <= 0 && Compare(range.End, day) >= 0;

    private static int Compare(BacnetDate end, DateOnly day)
    {
        if (end.Year != BacnetDate.Any && 1900 + end.Year != day.Year) return 1900 + end.Year - day.Year;
        if (end.Month != BacnetDate.Any && end.Month != day.Month) return end.Month - day.Month;
        return end.Day == BacnetDate.Any ? 0 : end.Day - day.Day;
    }

    private static bool Includes(WeekNDay days, DateOnly day)
    {
        var month = days.Month switch { BacnetDate.Any => true, OddMonths => day.Month % 2 == 1, EvenMonths => day.Month % 2 == 0, _ => days.Month == day.Month };
        var left = DateTime.DaysInMonth(day.Year, day.Month) - day.Day;
        var week = days.WeekOfMonth switch
        {
            BacnetDate.Any => true,
            < LastDays => ((day.Day - 1) / DaysInWeek) + 1 == days.WeekOfMonth,
            _ => left / DaysInWeek == days.WeekOfMonth - LastDays,   // 6: the last seven days, 7: the seven before them, and so on
        };
        return month && week && (days.DayOfWeek == BacnetDate.Any || days.DayOfWeek == BacnetDate.From(day).DayOfWeek);
    }
}
