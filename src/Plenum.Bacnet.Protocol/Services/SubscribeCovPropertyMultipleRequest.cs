using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>SubscribeCOVPropertyMultiple-Request (clause 13.16): to be told when any of some properties changes, or, without the confirmation and the lifetime, not any more.</summary>
/// <param name="ProcessId">The subscriber's own number for who is to be told.</param>
/// <param name="Confirmed">Whether notifications are to be acknowledged; null in a cancellation.</param>
/// <param name="Lifetime">For how long, in seconds, 1 upward; null in a cancellation.</param>
/// <param name="MaxNotificationDelay">How long changes may be collected before they are told, in seconds, 1..3600; null leaves it to the device.</param>
/// <param name="References">The properties; neighbours of one object share a specification.</param>
/// <remarks><code>
/// SubscribeCOVPropertyMultiple-Request ::= SEQUENCE {
///   subscriber-process-identifier           [0] Unsigned32,
///   issue-confirmed-notifications           [1] BOOLEAN OPTIONAL,
///   lifetime                                [2] Unsigned OPTIONAL,
///   max-notification-delay                  [3] Unsigned OPTIONAL,
///   list-of-cov-subscription-specifications [4] SEQUENCE OF SEQUENCE {
///     monitored-object-identifier [0] BACnetObjectIdentifier,
///     list-of-cov-references      [1] SEQUENCE OF CovReference } }
/// </code></remarks>
public sealed record SubscribeCovPropertyMultipleRequest(uint ProcessId, bool? Confirmed, uint? Lifetime, uint? MaxNotificationDelay, IReadOnlyList<CovReference> References)
{
    /// <summary>Whether it ends subscriptions.</summary>
    public bool IsCancellation => Confirmed is null && Lifetime is null;

    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out SubscribeCovPropertyMultipleRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = new(
            reader.ReadUnsigned(context: 0),
            reader.NextIsContext(1) ? reader.ReadBoolean(context: 1) : null,
            reader.ReadOptionalUnsigned(context: 2),
            reader.ReadOptionalUnsigned(context: 3),
            ReadSpecifications(ref reader));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteUnsigned(ProcessId, context: 0);
        if (Confirmed is { } confirmed) writer.WriteBoolean(confirmed, context: 1);
        writer.WriteOptionalUnsigned(Lifetime, context: 2);
        writer.WriteOptionalUnsigned(MaxNotificationDelay, context: 3);
        writer.WriteOpening(4);
        for (var i = 0; i < References.Count; i++)
        {
            var id = References[i].Monitored.Object;
            if (i == 0 || References[i - 1].Monitored.Object != id)
            {
                writer.WriteObjectId(id, context: 0);
                writer.WriteOpening(1);
            }
            References[i].Write(ref writer);
            if (i == References.Count - 1 || References[i + 1].Monitored.Object != id) writer.WriteClosing(1);
        }
        writer.WriteClosing(4);
    }

    private static List<CovReference> ReadSpecifications(ref TagReader reader)
    {
        var references = new List<CovReference>();
        reader.ReadOpening(4);
        while (reader.Error == DecodeError.None && !reader.NextIsClosing(4))
        {
            var id = reader.ReadObjectId(context: 0);
            reader.ReadOpening(1);
            while (reader.Error == DecodeError.None && !reader.NextIsClosing(1)) references.Add(CovReference.Read(ref reader, id));
            reader.ReadClosing(1);
        }
        reader.ReadClosing(4);
        return references;
    }
}
