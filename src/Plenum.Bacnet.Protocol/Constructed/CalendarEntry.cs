using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetCalendarEntry (clause 21): some days, in one of three forms.</summary>
/// <remarks><code>
/// BACnetCalendarEntry ::= CHOICE {
///   date       [0] Date,
///   date-range [1] BACnetDateRange,
///   week-n-day [2] BACnetWeekNDay }
/// </code></remarks>
public readonly record struct CalendarEntry : IConstructed<CalendarEntry>
{
    private readonly byte _choice;

    /// <summary>A day, or all that fit a date with wildcards.</summary>
    public CalendarEntry(BacnetDate date) => (_choice, Range) = (0, new(date, default));

    /// <summary>From one day to another.</summary>
    public CalendarEntry(DateRange range) => (_choice, Range) = (1, range);

    /// <summary>Days by their place in the month or the week.</summary>
    public CalendarEntry(WeekNDay days) => (_choice, Days) = (2, days);

    /// <summary>The date, if it is one.</summary>
    public BacnetDate? Date => _choice == 0 ? Range.Start : null;

    /// <summary>The range, if <see cref="IsRange"/>.</summary>
    public DateRange Range { get; }

    /// <summary>Whether it is a range of dates.</summary>
    public bool IsRange => _choice == 1;

    /// <summary>The days by their place, if <see cref="IsWeekNDay"/>.</summary>
    public WeekNDay Days { get; }

    /// <summary>Whether it is days by their place in the month or the week.</summary>
    public bool IsWeekNDay => _choice == 2;

    /// <inheritdoc/>
    public static CalendarEntry Read(ref TagReader reader)
    {
        if (reader.NextIsContext(0)) return new(reader.ReadDate(context: 0));
        return reader.NextIsOpening(1) ? new(reader.ReadNested<DateRange>(1)) : new(WeekNDay.Read(ref reader, context: 2));
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        if (Date is { } date) writer.WriteDate(date, context: 0);
        else if (IsRange) writer.WriteNested(Range, 1);
        else Days.Write(ref writer, context: 2);
    }

    /// <summary>The days in words.</summary>
    public override string ToString() => Date is { } date ? PatternText.Of(date) : IsRange ? Range.ToString() : Days.ToString();
}
