using System.Globalization;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>Dates and times of schedules as people say them: what is not asked for is not said.</summary>
internal static class PatternText
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "odd months", "even months"];
    private static readonly string[] Weeks = ["first ", "second ", "third ", "fourth ", "fifth ", "last ", "last but one ", "last but two ", "last but three "];

    /// <summary><c>08:00</c>, with seconds only where there are any.</summary>
    public static string Of(BacnetTime time) => time.Second == 0 && time.Hundredths == 0 ? time.ToString()[..5] : time.ToString();

    /// <summary><c>2026-12-24</c>; <c>any day</c> or <c>every Mon</c> where everything else is a wildcard.</summary>
    public static string Of(BacnetDate date)
    {
        var anyDay = date.Year == BacnetDate.Any && date.Month == BacnetDate.Any && date.Day == BacnetDate.Any;
        if (!anyDay) return date.ToString();
        return date.DayOfWeek == BacnetDate.Any ? "any day" : $"every {DayOfWeek(date.DayOfWeek)}";
    }

    /// <summary>1 to 7 as Mon to Sun; other numbers as they are.</summary>
    public static string DayOfWeek(byte day) => day is >= 1 and <= 7 ? StatusText.Day(day) : Number(day);

    /// <summary>A month, the odd or even ones, or every month; other numbers as they are.</summary>
    public static string Month(byte month) => month == BacnetDate.Any ? "every month" : month is >= 1 and <= 14 ? Months[month - 1] : Number(month);

    /// <summary>A week of a month, followed by a blank; nothing for any week.</summary>
    public static string Week(byte week) => week == BacnetDate.Any ? "" : week is >= 1 and <= 9 ? Weeks[week - 1] : $"week {Number(week)}, ";

    private static string Number(byte number) => number.ToString(CultureInfo.InvariantCulture);
}
