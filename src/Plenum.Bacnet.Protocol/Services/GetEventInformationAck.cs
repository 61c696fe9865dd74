using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>GetEventInformation-ACK (clause 13.12).</summary>
/// <param name="Events">As many objects as fit, in the device's order.</param>
/// <param name="MoreEvents">Whether there are more: ask again with the last of these.</param>
/// <remarks><code>
/// GetEventInformation-ACK ::= SEQUENCE {
///   list-of-event-summaries [0] SEQUENCE OF SEQUENCE { -- see EventSummary
///     object-identifier, event-state, acknowledged-transitions, event-timestamps, notify-type, event-enable, event-priorities },
///   more-events             [1] BOOLEAN }
/// </code></remarks>
public readonly record struct GetEventInformationAck(Sequence<EventSummary> Events, bool MoreEvents)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out GetEventInformationAck ack, out DecodeError error)
    {
        var reader = new TagReader(service);
        ack = new(reader.ReadSequence<EventSummary>(0), reader.ReadBoolean(context: 1));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteSequence(Events, 0);
        writer.WriteBoolean(MoreEvents, context: 1);
    }
}
