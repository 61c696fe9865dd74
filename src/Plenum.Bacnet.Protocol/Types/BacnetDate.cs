namespace Plenum.Bacnet.Protocol.Types;

/// <summary>Date (clause 20.2.12): four octets, any of which may be a wildcard, kept as on the wire.</summary>
/// <param name="Packed">Year minus 1900, month, day, day of week, from the most significant octet down.</param>
public readonly record struct BacnetDate(uint Packed)
{
    /// <summary>The octet that means "unspecified" in any place.</summary>
    public const byte Any = 0xFF;

    private const int FirstYear = 1900;
    private const byte OddMonths = 13, EvenMonths = 14, LastDay = 32, OddDays = 33, EvenDays = 34;

    private static readonly string[] DayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>A date from its octets: year minus 1900, month 1..12 (13 odd, 14 even months), day 1..31 (32 last, 33 odd, 34 even days), day of week 1 = Monday.</summary>
    public BacnetDate(byte year, byte month, byte day, byte dayOfWeek) : this(((uint)year << 24) | ((uint)month << 16) | ((uint)day << 8) | dayOfWeek) { }

    /// <summary>Years since 1900, or <see cref="Any"/>.</summary>
    public byte Year => (byte)(Packed >> 24);

    /// <summary>1..12, 13 for odd months, 14 for even ones, or <see cref="Any"/>.</summary>
    public byte Month => (byte)(Packed >> 16);

    /// <summary>1..31, 32 for the last day, 33 for odd days, 34 for even ones, or <see cref="Any"/>.</summary>
    public byte Day => (byte)(Packed >> 8);

    /// <summary>1 = Monday to 7 = Sunday, or <see cref="Any"/>.</summary>
    public byte DayOfWeek => (byte)Packed;

    /// <summary>A day of the years 1900..2154, with its day of week.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year cannot be written.</exception>
    public static BacnetDate From(DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day.Year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(day.Year, FirstYear + Any);
        return new((byte)(day.Year - FirstYear), (byte)day.Month, (byte)day.Day, IsoDayOfWeek(day));
    }

    /// <summary>The date as the platform knows it; null when a place is a wildcard or there is no such day.</summary>
    public DateOnly? ToDateOnly() =>
        Year != Any && Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(FirstYear + Year, Month)
            ? new DateOnly(FirstYear + Year, Month, Day)
            : null;

    /// <summary>Whether a day is one of those that the date and its wildcards mean.</summary>
    public bool Matches(DateOnly day) =>
        (Year == Any || FirstYear + Year == day.Year)
        && Month switch { Any => true, OddMonths => day.Month % 2 == 1, EvenMonths => day.Month % 2 == 0, _ => Month == day.Month }
        && Day switch
        {
            Any => true,
            LastDay => day.Day == DateTime.DaysInMonth(day.Year, day.Month),
            OddDays => day.Day % 2 == 1,
            EvenDays => day.Day % 2 == 0,
            _ => Day == day.Day,
        }
        && (DayOfWeek == Any || DayOfWeek == IsoDayOfWeek(day));

    /// <summary>ISO 8601, a wildcard as <c>*</c>: <c>2026-11-*</c>. Patterns are <c>odd</c>, <c>even</c> and <c>last</c>, and a pattern's day of week follows it: <c>*-odd-last Fri</c>.</summary>
    public override string ToString()
    {
        var date = $"{(Year == Any ? "*" : (FirstYear + Year).ToString("D4", null))}-{MonthText()}-{DayText()}";
        return ToDateOnly() is null && DayOfWeek is >= 1 and <= 7 ? $"{date} {DayNames[DayOfWeek - 1]}" : date;
    }

    private string MonthText() => Month switch { OddMonths => "odd", EvenMonths => "even", _ => Place(Month) };

    private string DayText() => Day switch { LastDay => "last", OddDays => "odd", EvenDays => "even", _ => Place(Day) };

    private static byte IsoDayOfWeek(DateOnly day) => (byte)(day.DayOfWeek == System.DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek);

    private static string Place(byte octet) => octet == Any ? "*" : octet.ToString("D2", System.Globalization.CultureInfo.InvariantCulture);
}
