namespace Plenum.Bacnet.Protocol.Types;

/// <summary>Date (clause 20.2.12): four octets, any of which may be a wildcard, kept as on the wire.</summary>
/// <param name="Packed">Year minus 1900, month, day, day of week, from the most significant octet down.</param>
public readonly record struct BacnetDate(uint Packed)
{
    /// <summary>The octet that means "unspecified" in any place.</summary>
    public const byte Any = 0xFF;

    private const int FirstYear = 1900;

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

    /// <summary>ISO 8601, a wildcard as <c>*</c>: <c>2026-11-*</c>.</summary>
    public override string ToString() =>
        $"{(Year == Any ? "*" : (FirstYear + Year).ToString("D4", null))}-{Place(Month)}-{Place(Day)}";

    private static byte IsoDayOfWeek(DateOnly day) => (byte)(day.DayOfWeek == System.DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek);

    private static string Place(byte octet) => octet == Any ? "*" : octet.ToString("D2", System.Globalization.CultureInfo.InvariantCulture);
}
