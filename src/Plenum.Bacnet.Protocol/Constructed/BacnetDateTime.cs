using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetDateTime (clause 21): a day and a time of it, in the sender's local time unless the place where it stands says UTC.</summary>
/// <param name="Date">The day; any place of it may be a wildcard.</param>
/// <param name="Time">The time; any place of it may be a wildcard.</param>
/// <remarks><code>
/// BACnetDateTime ::= SEQUENCE {
///   date Date,
///   time Time }
/// </code></remarks>
public readonly record struct BacnetDateTime(BacnetDate Date, BacnetTime Time) : IConstructed<BacnetDateTime>
{
    private const uint Unspecified = 0xFFFFFFFF;

    /// <summary>Wildcards in every place: "no time", or "never".</summary>
    public static BacnetDateTime Any { get; } = new(new(Unspecified), new(Unspecified));

    /// <summary>A point in time of the years 1900..2154, to the hundredth of a second below it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year cannot be written.</exception>
    public static BacnetDateTime From(DateTime time) => new(BacnetDate.From(DateOnly.FromDateTime(time)), BacnetTime.From(TimeOnly.FromDateTime(time)));

    /// <summary>The point in time as the platform knows it, of an unspecified zone; null when a place is a wildcard or out of its range.</summary>
    public DateTime? ToDateTime() => Date.ToDateOnly() is { } day && Time.ToTimeOnly() is { } time ? day.ToDateTime(time) : null;

    /// <summary>ISO 8601, a wildcard as <c>*</c>: <c>2026-11-22T08:30:00.00</c>.</summary>
    public override string ToString() => $"{Date}T{Time}";

    /// <summary>Reads both parts.</summary>
    public static BacnetDateTime Read(ref TagReader reader) => new(reader.ReadDate(), reader.ReadTime());

    /// <summary>Writes both parts.</summary>
    public void Write(ref TagWriter writer)
    {
        writer.WriteDate(Date);
        writer.WriteTime(Time);
    }
}
