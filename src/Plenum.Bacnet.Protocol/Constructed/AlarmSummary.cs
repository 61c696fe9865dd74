using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>One object in alarm, in a GetAlarmSummary-ACK (clause 13.10.1.2).</summary>
/// <param name="Object">The object.</param>
/// <param name="State">Its state, which is not normal.</param>
/// <param name="Acknowledged">Of which transitions the last one is acknowledged.</param>
/// <remarks><code>
/// SEQUENCE {
///   object-identifier        BACnetObjectIdentifier,
///   alarm-state              BACnetEventState,
///   acknowledged-transitions BACnetEventTransitionBits }
/// </code></remarks>
public readonly record struct AlarmSummary(ObjectId Object, EventState State, EventTransitions Acknowledged) : IConstructed<AlarmSummary>
{
    /// <inheritdoc/>
    public static AlarmSummary Read(ref TagReader reader) => new(reader.ReadObjectId(), (EventState)reader.ReadEnumerated16(), reader.ReadTransitions());

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteObjectId(Object);
        writer.WriteEnumerated((uint)State);
        writer.WriteTransitions(Acknowledged);
    }

    /// <summary><c>analogInput:2 high-limit, acknowledged to-fault to-normal</c></summary>
    public override string ToString() => $"{Object} {EnumNames<EventState>.Kebab(State)}, acknowledged {StatusText.Of(Acknowledged)}";
}
