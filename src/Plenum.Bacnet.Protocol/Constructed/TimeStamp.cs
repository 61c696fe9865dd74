using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetTimeStamp (clause 21): when something happened, as the device can tell it. Every choice may be all wildcards.</summary>
/// <remarks><code>
/// BACnetTimeStamp ::= CHOICE {
///   time            [0] Time,
///   sequence-number [1] Unsigned (0..65535),
///   datetime        [2] BACnetDateTime }
/// </code></remarks>
public readonly record struct TimeStamp : IConstructed<TimeStamp>
{
    private readonly BacnetDateTime _moment;

    /// <summary>A time of day without its date.</summary>
    public TimeStamp(BacnetTime time) => (Choice, _moment) = (TimeStampChoice.Time, new(default, time));

    /// <summary>The number of an event in a device without a clock; it wraps at 65535, or later where a device does not keep to that.</summary>
    public TimeStamp(uint sequenceNumber) => (Choice, SequenceNumber) = (TimeStampChoice.SequenceNumber, sequenceNumber);

    /// <summary>A date and a time.</summary>
    public TimeStamp(BacnetDateTime moment) => (Choice, _moment) = (TimeStampChoice.DateTime, moment);

    /// <summary>Which of the three it is.</summary>
    public TimeStampChoice Choice { get; }

    /// <summary>The number, if <see cref="Choice"/> says so; else 0.</summary>
    public uint SequenceNumber { get; }

    /// <summary>The time of day of a time or of a date and time.</summary>
    public BacnetTime Time => _moment.Time;

    /// <summary>The date and time, if <see cref="Choice"/> says so; else null.</summary>
    public BacnetDateTime? Moment => Choice == TimeStampChoice.DateTime ? _moment : null;

    /// <inheritdoc/>
    public static TimeStamp Read(ref TagReader reader)
    {
        if (reader.NextIsContext(0)) return new(reader.ReadTime(context: 0));
        return reader.NextIsContext(1) ? new(reader.ReadUnsigned(context: 1)) : new(reader.ReadNested<BacnetDateTime>(2));
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        switch (Choice)
        {
            case TimeStampChoice.Time: writer.WriteTime(Time, context: 0); break;
            case TimeStampChoice.SequenceNumber: writer.WriteUnsigned(SequenceNumber, context: 1); break;
            default: writer.WriteNested(_moment, 2); break;
        }
    }

    /// <summary><c>08:30:00.00</c>, <c>#17</c> or <c>2026-11-22T08:30:00.00</c>.</summary>
    public override string ToString() => Choice switch
    {
        TimeStampChoice.Time => Time.ToString(),
        TimeStampChoice.SequenceNumber => $"#{SequenceNumber}",
        _ => _moment.ToString(),
    };
}

/// <summary>The choices of a <see cref="TimeStamp"/>, by their context tags.</summary>
public enum TimeStampChoice : byte
{
    /// <summary>A time of day without its date.</summary>
    Time = 0,
    /// <summary>A number that grows by one with each event.</summary>
    SequenceNumber = 1,
    /// <summary>A date and a time.</summary>
    DateTime = 2,
}
