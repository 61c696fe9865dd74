using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetCOVSubscription (clause 21): who is told of changes of what, and for how long; a list of them is a device's Active_COV_Subscriptions.</summary>
/// <param name="Recipient">Who is told.</param>
/// <param name="Target">Of what.</param>
/// <param name="Confirmed">Whether the recipient's stack acknowledges.</param>
/// <param name="Remaining">For how many seconds more; 0 for ever.</param>
/// <param name="Increment">From which change on, where the subscriber said so.</param>
/// <remarks><code>
/// BACnetCOVSubscription ::= SEQUENCE {
///   recipient                      [0] BACnetRecipientProcess,
///   monitored-property-reference   [1] BACnetObjectPropertyReference,
///   issue-confirmed-notifications  [2] BOOLEAN,
///   time-remaining                 [3] Unsigned,
///   cov-increment                  [4] REAL OPTIONAL }
/// </code></remarks>
public readonly record struct CovSubscription(RecipientProcess Recipient, PropertyReference Target, bool Confirmed, uint Remaining, float? Increment) : IConstructed<CovSubscription>
{
    /// <inheritdoc/>
    public static CovSubscription Read(ref TagReader reader) => new(
        reader.ReadNested<RecipientProcess>(0),
        reader.ReadNested<ObjectPropertyReference>(1).Target,
        reader.ReadBoolean(context: 2),
        reader.ReadUnsigned(context: 3),
        reader.ReadOptionalReal(context: 4));

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteNested(Recipient, 0);
        writer.WriteNested(new ObjectPropertyReference(Target), 1);
        writer.WriteBoolean(Confirmed, context: 2);
        writer.WriteUnsigned(Remaining, context: 3);
        writer.WriteOptionalReal(Increment, context: 4);
    }

    /// <summary><c>device:7 process 3: analogInput:1 presentValue, confirmed, 300 s left</c></summary>
    public override string ToString() =>
        $"{Recipient}: {Target}, {(Confirmed ? "confirmed" : "unconfirmed")}, {(Remaining == 0 ? "for ever" : $"{Remaining} s left")}";
}
