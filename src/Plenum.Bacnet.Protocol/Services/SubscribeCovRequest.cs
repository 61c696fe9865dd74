using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>SubscribeCOV-Request (clause 13.14): to be told when an object changes, or, without the two optional parameters, not any more.</summary>
/// <param name="ProcessId">The subscriber's own number for who is to be told.</param>
/// <param name="Monitored">The object.</param>
/// <param name="Confirmed">Whether notifications are to be acknowledged; null in a cancellation.</param>
/// <param name="Lifetime">For how long, in seconds; 0 or null with <paramref name="Confirmed"/> for ever, which no client of ours asks for.</param>
/// <remarks><code>
/// SubscribeCOV-Request ::= SEQUENCE {
///   subscriber-process-identifier [0] Unsigned32,
///   monitored-object-identifier   [1] BACnetObjectIdentifier,
///   issue-confirmed-notifications [2] BOOLEAN OPTIONAL,
///   lifetime                      [3] Unsigned OPTIONAL }
/// </code></remarks>
public readonly record struct SubscribeCovRequest(uint ProcessId, ObjectId Monitored, bool? Confirmed, uint? Lifetime)
{
    /// <summary>Whether it ends a subscription (clause 13.14.1.1.3).</summary>
    public bool IsCancellation => Confirmed is null && Lifetime is null;

    /// <summary>Ends the subscription of an object.</summary>
    public static SubscribeCovRequest Cancellation(uint processId, ObjectId monitored) => new(processId, monitored, null, null);

    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out SubscribeCovRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = new(
            reader.ReadUnsigned(context: 0),
            reader.ReadObjectId(context: 1),
            reader.NextIsContext(2) ? reader.ReadBoolean(context: 2) : null,
            reader.ReadOptionalUnsigned(context: 3));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteUnsigned(ProcessId, context: 0);
        writer.WriteObjectId(Monitored, context: 1);
        if (Confirmed is { } confirmed) writer.WriteBoolean(confirmed, context: 2);
        writer.WriteOptionalUnsigned(Lifetime, context: 3);
    }
}
