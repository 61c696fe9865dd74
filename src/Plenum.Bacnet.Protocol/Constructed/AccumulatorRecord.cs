using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetAccumulatorRecord (clause 21): a reading of an Accumulator for a log.</summary>
/// <param name="Time">When.</param>
/// <param name="PresentValue">The count.</param>
/// <param name="Accumulated">How much was added since the reading before.</param>
/// <param name="Status">How far it can be believed.</param>
/// <remarks><code>
/// BACnetAccumulatorRecord ::= SEQUENCE {
///   timestamp          [0] BACnetDateTime,
///   present-value      [1] Unsigned,
///   accumulated-value  [2] Unsigned,
///   accumulator-status [3] ENUMERATED { normal (0), starting (1), recovered (2), abnormal (3), failed (4) } }
/// </code></remarks>
public readonly record struct AccumulatorRecord(BacnetDateTime Time, ulong PresentValue, ulong Accumulated, AccumulatorStatus Status) : IConstructed<AccumulatorRecord>
{
    /// <inheritdoc/>
    public static AccumulatorRecord Read(ref TagReader reader) => new(
        reader.ReadNested<BacnetDateTime>(0),
        reader.ReadUnsigned64(context: 1),
        reader.ReadUnsigned64(context: 2),
        (AccumulatorStatus)reader.ReadEnumerated16(context: 3));

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteNested(Time, 0);
        writer.WriteUnsigned(PresentValue, context: 1);
        writer.WriteUnsigned(Accumulated, context: 2);
        writer.WriteEnumerated((uint)Status, context: 3);
    }

    /// <summary><c>2026-11-22T08:30:00.00 1200 (+15, normal)</c></summary>
    public override string ToString() => $"{Time} {PresentValue} (+{Accumulated}, {EnumNames<AccumulatorStatus>.Kebab(Status)})";
}
