using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>SubscribeCOVProperty-Request (clause 13.15): to be told when one property changes, or, without the confirmation and the lifetime, not any more.</summary>
/// <param name="ProcessId">The subscriber's own number for who is to be told.</param>
/// <param name="Monitored">The property.</param>
/// <param name="Confirmed">Whether notifications are to be acknowledged; null in a cancellation.</param>
/// <param name="Lifetime">For how long, in seconds, 1 upward: 0 is not allowed here; null in a cancellation.</param>
/// <param name="Increment">For numbers: how far the value must go before it is told; null leaves it to the device.</param>
/// <remarks><code>
/// SubscribeCOVProperty-Request ::= SEQUENCE {
///   subscriber-process-identifier [0] Unsigned32,
///   monitored-object-identifier   [1] BACnetObjectIdentifier,
///   issue-confirmed-notifications [2] BOOLEAN OPTIONAL,
///   lifetime                      [3] Unsigned OPTIONAL,
///   monitored-property-identifier [4] BACnetPropertyReference,
///   cov-increment                 [5] REAL OPTIONAL }
/// </code></remarks>
public readonly record struct SubscribeCovPropertyRequest(uint ProcessId, PropertyReference Monitored, bool? Confirmed, uint? Lifetime, float? Increment = null)
{
    /// <summary>Whether it ends a subscription (clause 13.15.1.1.3).</summary>
    public bool IsCancellation => Confirmed is null && Lifetime is null;

    /// <summary>Ends the subscription of a property.</summary>
    public static SubscribeCovPropertyRequest Cancellation(uint processId, PropertyReference monitored) => new(processId, monitored, null, null);

    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out SubscribeCovPropertyRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        var processId = reader.ReadUnsigned(context: 0);
        var monitored = reader.ReadObjectId(context: 1);
        bool? confirmed = reader.NextIsContext(2) ? reader.ReadBoolean(context: 2) : null;
        var lifetime = reader.ReadOptionalUnsigned(context: 3);
        var property = CovReference.ReadProperty(ref reader, monitored, context: 4);
        request = new(processId, property, confirmed, lifetime, reader.NextIsContext(5) ? reader.ReadReal(context: 5) : null);
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteUnsigned(ProcessId, context: 0);
        writer.WriteObjectId(Monitored.Object, context: 1);
        if (Confirmed is { } confirmed) writer.WriteBoolean(confirmed, context: 2);
        writer.WriteOptionalUnsigned(Lifetime, context: 3);
        CovReference.WriteProperty(ref writer, Monitored, context: 4);
        if (Increment is { } increment) writer.WriteReal(increment, context: 5);
    }
}
