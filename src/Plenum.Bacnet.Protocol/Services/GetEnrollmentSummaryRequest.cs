using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>GetEnrollmentSummary-Request (clause 13.11): which objects watch for events, narrowed by filters.</summary>
/// <param name="Acknowledgment">Whether their last events are acknowledged.</param>
/// <param name="Enrollment">Whom they tell; null for all.</param>
/// <param name="State">Their states; null for all.</param>
/// <param name="EventType">Which algorithm watches them; null for all.</param>
/// <param name="Priorities">The lowest and the highest number of their priorities; null for all.</param>
/// <param name="NotificationClass">Their Notification Class object's number; null for all.</param>
/// <remarks><code>
/// GetEnrollmentSummary-Request ::= SEQUENCE {
///   acknowledgment-filter     [0] ENUMERATED { all (0), acked (1), not-acked (2) },
///   enrollment-filter         [1] BACnetRecipientProcess OPTIONAL,
///   event-state-filter        [2] ENUMERATED { offnormal (0), fault (1), normal (2), all (3), active (4) } OPTIONAL,
///   event-type-filter         [3] BACnetEventType OPTIONAL,
///   priority-filter           [4] SEQUENCE {
///     min-priority [0] Unsigned8,
///     max-priority [1] Unsigned8 } OPTIONAL,
///   notification-class-filter [5] Unsigned OPTIONAL }
/// </code></remarks>
public readonly record struct GetEnrollmentSummaryRequest(
    AcknowledgmentFilter Acknowledgment, RecipientProcess? Enrollment = null, EventStateFilter? State = null, EventType? EventType = null,
    (byte Least, byte Most)? Priorities = null, uint? NotificationClass = null)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out GetEnrollmentSummaryRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = new(
            (AcknowledgmentFilter)reader.ReadEnumerated16(context: 0),
            reader.ReadOptionalNested<RecipientProcess>(1),
            reader.NextIsContext(2) ? (EventStateFilter)reader.ReadEnumerated16(context: 2) : null,
            reader.NextIsContext(3) ? (EventType)reader.ReadEnumerated16(context: 3) : null,
            reader.NextIsOpening(4) ? ReadPriorities(ref reader) : null,
            reader.ReadOptionalUnsigned(context: 5));
        if (request.Acknowledgment > AcknowledgmentFilter.NotAcked || request.State > EventStateFilter.Active) reader.Fail(DecodeError.OutOfRange);
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteEnumerated((uint)Acknowledgment, context: 0);
        writer.WriteOptionalNested(Enrollment, 1);
        if (State is { } state) writer.WriteEnumerated((uint)state, context: 2);
        if (EventType is { } type) writer.WriteEnumerated((uint)type, context: 3);
        if (Priorities is { } priorities) WritePriorities(ref writer, priorities);
        writer.WriteOptionalUnsigned(NotificationClass, context: 5);
    }

    private static (byte Least, byte Most) ReadPriorities(ref TagReader reader)
    {
        reader.ReadOpening(4);
        var range = (reader.ReadUnsigned8(context: 0), reader.ReadUnsigned8(context: 1));
        reader.ReadClosing(4);
        return range;
    }

    private static void WritePriorities(ref TagWriter writer, (byte Least, byte Most) range)
    {
        writer.WriteOpening(4);
        writer.WriteUnsigned(range.Least, context: 0);
        writer.WriteUnsigned(range.Most, context: 1);
        writer.WriteClosing(4);
    }
}

/// <summary>Whether the events that are asked for are acknowledged.</summary>
public enum AcknowledgmentFilter : ushort
{
    /// <summary>Either way.</summary>
    All = 0,
    /// <summary>All transitions are acknowledged.</summary>
    Acked = 1,
    /// <summary>At least one is not.</summary>
    NotAcked = 2,
}

/// <summary>The states of the objects that are asked for.</summary>
public enum EventStateFilter : ushort
{
    /// <summary>Neither normal nor fault.</summary>
    Offnormal = 0,
    /// <summary>fault</summary>
    Fault = 1,
    /// <summary>normal</summary>
    Normal = 2,
    /// <summary>Any.</summary>
    All = 3,
    /// <summary>Anything but normal.</summary>
    Active = 4,
}
