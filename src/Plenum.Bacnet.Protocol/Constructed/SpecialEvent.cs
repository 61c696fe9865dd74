using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetSpecialEvent (clause 21): the values of the days of an exception; a list of them is a Schedule object's Exception_Schedule.</summary>
/// <param name="Days">The days, where the schedule names them itself.</param>
/// <param name="Calendar">The Calendar object that names them, else.</param>
/// <param name="Times">The values from their times on.</param>
/// <param name="Priority">1 (highest) to 16: which exception holds on a day of several.</param>
/// <remarks><code>
/// BACnetSpecialEvent ::= SEQUENCE {
///   period              CHOICE {
///     calendar-entry     [0] BACnetCalendarEntry,
///     calendar-reference [1] BACnetObjectIdentifier },
///   list-of-time-values [2] SEQUENCE OF BACnetTimeValue,
///   event-priority      [3] Unsigned (1..16) }
/// </code></remarks>
public readonly record struct SpecialEvent(CalendarEntry? Days, ObjectId Calendar, Sequence<TimeValue> Times, byte Priority) : IConstructed<SpecialEvent>
{
    /// <inheritdoc/>
    public static SpecialEvent Read(ref TagReader reader)
    {
        var days = reader.ReadOptionalNested<CalendarEntry>(0);
        var calendar = days is null ? reader.ReadObjectId(context: 1) : default;
        var times = reader.ReadSequence<TimeValue>(2);
        var priority = reader.ReadUnsigned(context: 3);
        if (priority is < 1 or > 16) reader.Fail(DecodeError.OutOfRange);
        return new(days, calendar, times, (byte)priority);
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        if (Days is { } days) writer.WriteNested(days, 0);
        else writer.WriteObjectId(Calendar, context: 1);
        writer.WriteSequence(Times, 2);
        writer.WriteUnsigned(Priority, context: 3);
    }

    /// <summary><c>2026-12-24 to 2027-01-01: 00:00 = 16 (priority 3)</c></summary>
    public override string ToString() =>
        $"{(Days is { } days ? days.ToString() : Calendar.ToString())}: {(Times.Count == 0 ? "nothing" : Times.ToString())} (priority {Priority})";
}
