using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetDailySchedule (clause 21): the values of one day; seven of them, Monday first, are a Schedule object's Weekly_Schedule.</summary>
/// <param name="Times">The values from their times on.</param>
/// <remarks><code>
/// BACnetDailySchedule ::= SEQUENCE {
///   day-schedule [0] SEQUENCE OF BACnetTimeValue }
/// </code></remarks>
public readonly record struct DailySchedule(Sequence<TimeValue> Times) : IConstructed<DailySchedule>
{
    /// <inheritdoc/>
    public static DailySchedule Read(ref TagReader reader) => new(reader.ReadSequence<TimeValue>(0));

    /// <inheritdoc/>
    public void Write(ref TagWriter writer) => writer.WriteSequence(Times, 0);

    /// <summary><c>08:00 = 21.5, 17:00 = null</c>, or <c>nothing</c>.</summary>
    public override string ToString() => Times.Count == 0 ? "nothing" : Times.ToString();
}
