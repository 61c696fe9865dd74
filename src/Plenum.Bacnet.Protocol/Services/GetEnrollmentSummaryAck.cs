using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>GetEnrollmentSummary-ACK (clause 13.11).</summary>
/// <param name="Enrollments">The objects that passed the filters, in the device's order.</param>
/// <remarks><code>
/// GetEnrollmentSummary-ACK ::= SEQUENCE OF SEQUENCE { -- see EnrollmentSummary
///   object-identifier, event-type, event-state, priority, notification-class OPTIONAL }
/// </code></remarks>
public readonly record struct GetEnrollmentSummaryAck(Sequence<EnrollmentSummary> Enrollments)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out GetEnrollmentSummaryAck ack, out DecodeError error)
    {
        var reader = new TagReader(service);
        ack = new(reader.ReadToEnd<EnrollmentSummary>());
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer) => writer.WriteAll(Enrollments);
}
