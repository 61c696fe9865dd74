using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>What one record of a log holds: a value, or what happened to the log instead.</summary>
/// <remarks>A value of a tree's kind is what the production calls any-value. The context tags in a record of one value
/// (<see cref="LogRecord"/>) and in one of several (<see cref="LogMultipleRecord"/>) differ.</remarks>
public readonly record struct LogDatum
{
    private LogDatum(LogDatumKind kind, BacnetValue value = default, BacnetError error = default) => (Kind, Value, Error) = (kind, value, error);

    /// <summary>A value.</summary>
    public LogDatum(BacnetValue value) : this(LogDatumKind.Value, value) { }

    /// <summary>Why there is no value.</summary>
    public LogDatum(BacnetError error) : this(LogDatumKind.Failure, error: error) { }

    /// <summary>What it is.</summary>
    public LogDatumKind Kind { get; }

    /// <summary>The value; for a change of the clock, its seconds as a REAL; for a change of the log, its flags.</summary>
    public BacnetValue Value { get; }

    /// <summary>Why there is no value, if <see cref="Kind"/> says so.</summary>
    public BacnetError Error { get; }

    /// <summary>What happened to the log.</summary>
    public static LogDatum Of(LogStatus status) => new(LogDatumKind.LogStatus, BacnetValue.BitString(new BitString((ulong)status, 3)));

    /// <summary>The clock was set forward by so many seconds, back if negative, by an unknown number if 0.</summary>
    public static LogDatum OfTimeChange(float seconds) => new(LogDatumKind.TimeChange, BacnetValue.Real(seconds));

    /// <summary><c>21.5</c>, <c>log-disabled</c>, <c>clock set by 3600 s</c>, <c>property: unknown-property</c>.</summary>
    public override string ToString() => Kind switch
    {
        LogDatumKind.Failure => Error.ToString(),
        LogDatumKind.TimeChange => $"clock set by {Value} s",
        LogDatumKind.LogStatus => StatusText.Of((LogStatus)Value.AsBitString.First64),
        _ => Value.ToString(),
    };
}

/// <summary>What a <see cref="LogDatum"/> is.</summary>
public enum LogDatumKind : byte
{
    /// <summary>A value of the property that is logged.</summary>
    Value,
    /// <summary>The property could not be read.</summary>
    Failure,
    /// <summary>The log was switched, purged or interrupted.</summary>
    LogStatus,
    /// <summary>The device's clock was set.</summary>
    TimeChange,
}
