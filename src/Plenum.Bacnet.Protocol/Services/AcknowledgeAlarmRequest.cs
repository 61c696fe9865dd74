using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>AcknowledgeAlarm-Request (clause 13.5): a person has seen an event.</summary>
/// <param name="ProcessId">The process that acknowledges.</param>
/// <param name="Object">The object that saw the event.</param>
/// <param name="State">The state that the event led to.</param>
/// <param name="EventTime">The time stamp of the event's notification, as it came: the device finds the event by it.</param>
/// <param name="Source">Who acknowledges.</param>
/// <param name="AcknowledgedAt">When.</param>
/// <remarks><code>
/// AcknowledgeAlarm-Request ::= SEQUENCE {
///   acknowledging-process-identifier [0] Unsigned32,
///   event-object-identifier          [1] BACnetObjectIdentifier,
///   event-state-acknowledged         [2] BACnetEventState,
///   timestamp                        [3] BACnetTimeStamp,
///   acknowledgment-source            [4] CharacterString,
///   time-of-acknowledgment           [5] BACnetTimeStamp }
/// </code></remarks>
public readonly record struct AcknowledgeAlarmRequest(uint ProcessId, ObjectId Object, EventState State, TimeStamp EventTime, string Source, TimeStamp AcknowledgedAt)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out AcknowledgeAlarmRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = new(
            reader.ReadUnsigned(context: 0),
            reader.ReadObjectId(context: 1),
            (EventState)reader.ReadEnumerated16(context: 2),
            reader.ReadNested<TimeStamp>(3),
            reader.ReadCharacterString(context: 4),
            reader.ReadNested<TimeStamp>(5));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteUnsigned(ProcessId, context: 0);
        writer.WriteObjectId(Object, context: 1);
        writer.WriteEnumerated((uint)State, context: 2);
        writer.WriteNested(EventTime, 3);
        writer.WriteCharacterString(Source, context: 4);
        writer.WriteNested(AcknowledgedAt, 5);
    }
}
