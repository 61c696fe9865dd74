using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetLogMultipleRecord (clause 21): one record of a Trend Log Multiple's buffer.</summary>
/// <param name="Time">When it was taken.</param>
/// <param name="Data">The values of the properties that are logged, in their order; or alone, what happened instead.</param>
/// <remarks><code>
/// BACnetLogMultipleRecord ::= SEQUENCE {
///   timestamp [0] BACnetDateTime,
///   log-data  [1] BACnetLogData }
/// BACnetLogData ::= CHOICE {
///   log-status  [0] BACnetLogStatus,
///   log-data    [1] SEQUENCE OF CHOICE {
///     boolean-value    [0] BOOLEAN,
///     real-value       [1] REAL,
///     enumerated-value [2] ENUMERATED,
///     unsigned-value   [3] Unsigned,
///     integer-value    [4] INTEGER,
///     bitstring-value  [5] BIT STRING,
///     null-value       [6] NULL,
///     failure          [7] Error,
///     any-value        [8] ABSTRACT-SYNTAX.&amp;Type },
///   time-change [2] REAL }
/// </code></remarks>
public readonly record struct LogMultipleRecord(BacnetDateTime Time, Sequence<LogDatum> Data) : IConstructed<LogMultipleRecord>
{
    private const byte LogStatusTag = 0, Values = 1, TimeChange = 2, FirstValue = 0, AnyValue = 8;

    /// <inheritdoc/>
    public static LogMultipleRecord Read(ref TagReader reader)
    {
        var time = reader.ReadNested<BacnetDateTime>(0);
        reader.ReadOpening(1);
        var data = ReadData(ref reader);
        reader.ReadClosing(1);
        return new(time, data);
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteNested(Time, 0);
        writer.WriteOpening(1);
        if (Data.Count == 1 && Data[0].Kind == LogDatumKind.LogStatus) writer.WriteBitString(Data[0].Value.AsBitString, LogStatusTag);
        else if (Data.Count == 1 && Data[0].Kind == LogDatumKind.TimeChange) writer.WriteContext(Data[0].Value, TimeChange);
        else writer.WriteSequence(Data, Values, static (ref inner, datum) => LogData.WriteValue(ref inner, datum, FirstValue, AnyValue));
        writer.WriteClosing(1);
    }

    /// <summary><c>2026-11-22T08:30:00.00 21.5, 60</c></summary>
    public override string ToString() => $"{Time} {Data}";

    private static Sequence<LogDatum> ReadData(ref TagReader reader)
    {
        if (reader.NextIsContext(LogStatusTag)) return [LogDatum.Of((LogStatus)(reader.ReadFlags(LogStatusTag) & 0b111))];
        if (reader.NextIsContext(TimeChange)) return [LogDatum.OfTimeChange(reader.ReadReal(TimeChange))];
        return reader.ReadSequence(Values, static (ref inner) => LogData.ReadValue(ref inner, FirstValue) ?? new(inner.ReadPropertyValue(AnyValue)));
    }
}
