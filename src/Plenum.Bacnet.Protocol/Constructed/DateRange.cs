using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetDateRange (clause 21): from one day to another, both included; a day that is all wildcards leaves its side open.</summary>
/// <param name="Start">The first day.</param>
/// <param name="End">The last day.</param>
/// <remarks><code>
/// BACnetDateRange ::= SEQUENCE {
///   start-date Date,
///   end-date   Date }
/// </code></remarks>
public readonly record struct DateRange(BacnetDate Start, BacnetDate End) : IConstructed<DateRange>
{
    /// <inheritdoc/>
    public static DateRange Read(ref TagReader reader) => new(reader.ReadDate(), reader.ReadDate());

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteDate(Start);
        writer.WriteDate(End);
    }

    /// <summary><c>2026-12-24 to 2027-01-01</c></summary>
    public override string ToString() => $"{PatternText.Of(Start)} to {PatternText.Of(End)}";
}
