using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetTimeValue (clause 21): from this time on, this value.</summary>
/// <param name="Time">The time of day.</param>
/// <param name="Value">A primitive; NULL hands over to whatever stands below in the schedule.</param>
/// <remarks><code>
/// BACnetTimeValue ::= SEQUENCE {
///   time  Time,
///   value ABSTRACT-SYNTAX.&amp;Type } -- any primitive datatype
/// </code></remarks>
public readonly record struct TimeValue(BacnetTime Time, BacnetValue Value) : IConstructed<TimeValue>
{
    /// <inheritdoc/>
    public static TimeValue Read(ref TagReader reader)
    {
        var time = reader.ReadTime();
        var value = reader.ReadValue();
        if (value.IsTagged()) reader.Fail(DecodeError.WrongTag);
        return new(time, value);
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteTime(Time);
        writer.WriteValue(Value);
    }

    /// <summary><c>08:00 = 21.5</c></summary>
    public override string ToString() => $"{PatternText.Of(Time)} = {Value}";
}
