using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetLogRecord (clause 21): one record of a Trend Log's buffer.</summary>
/// <param name="Time">When it was taken.</param>
/// <param name="Datum">The value, or what happened instead.</param>
/// <param name="Status">The object's status flags then, if the log keeps them.</param>
/// <remarks><code>
/// BACnetLogRecord ::= SEQUENCE {
///   timestamp    [0] BACnetDateTime,
///   log-datum    [1] CHOICE {
///     log-status       [0] BACnetLogStatus,
///     boolean-value    [1] BOOLEAN,
///     real-value       [2] REAL,
///     enumerated-value [3] ENUMERATED,
///     unsigned-value   [4] Unsigned,
///     integer-value    [5] INTEGER,
///     bitstring-value  [6] BIT STRING,
///     null-value       [7] NULL,
///     failure          [8] Error,
///     time-change      [9] REAL,
///     any-value        [10] ABSTRACT-SYNTAX.&amp;Type },
///   status-flags [2] BACnetStatusFlags OPTIONAL }
/// </code></remarks>
public readonly record struct LogRecord(BacnetDateTime Time, LogDatum Datum, StatusFlags? Status = null) : IConstructed<LogRecord>
{
    private const byte LogStatusTag = 0, FirstValue = 1, TimeChange = 9, AnyValue = 10;

    /// <inheritdoc/>
    public static LogRecord Read(ref TagReader reader)
    {
        var time = reader.ReadNested<BacnetDateTime>(0);
        reader.ReadOpening(1);
        var datum = ReadDatum(ref reader);
        reader.ReadClosing(1);
        return new(time, datum, reader.NextIsContext(2) ? reader.ReadStatusFlags(context: 2) : null);
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteNested(Time, 0);
        writer.WriteOpening(1);
        switch (Datum.Kind)
        {
            case LogDatumKind.LogStatus: writer.WriteBitString(Datum.Value.AsBitString, LogStatusTag); break;
            case LogDatumKind.TimeChange: writer.WriteContext(Datum.Value, TimeChange); break;
            default: LogData.WriteValue(ref writer, Datum, FirstValue, AnyValue); break;
        }
        writer.WriteClosing(1);
        if (Status is { } flags) writer.WriteStatusFlags(flags, context: 2);
    }

    /// <summary><c>2026-11-22T08:30:00.00 21.5, status fault</c></summary>
    public override string ToString() => $"{Time} {Datum}{(Status is { } flags ? StatusText.After(flags) : "")}";

    private static LogDatum ReadDatum(ref TagReader reader)
    {
        if (reader.NextIsContext(LogStatusTag)) return LogDatum.Of((LogStatus)(reader.ReadFlags(LogStatusTag) & 0b111));
        if (reader.NextIsContext(TimeChange)) return LogDatum.OfTimeChange(reader.ReadReal(TimeChange));
        return LogData.ReadValue(ref reader, FirstValue) ?? new(reader.ReadPropertyValue(AnyValue));
    }
}
