using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>change-of-reliability: the object came to, or back from, a fault (clause 13.2.5.3); it is sent whatever algorithm watches the object.</summary>
/// <param name="Reliability">Why the value cannot be believed, or that it can.</param>
/// <param name="Status">The object's status flags.</param>
/// <param name="Values">Further properties, as table 13-5 wants them for the object's type.</param>
/// <remarks><code>
/// change-of-reliability [19] SEQUENCE {
///   reliability     [0] BACnetReliability,
///   status-flags    [1] BACnetStatusFlags,
///   property-values [2] SEQUENCE OF BACnetPropertyValue }
/// </code></remarks>
public sealed record ChangeOfReliabilityNotification(Reliability Reliability, StatusFlags Status, Sequence<BacnetPropertyValue> Values)
    : NotificationParameters((byte)EventType.ChangeOfReliability)
{
    /// <summary><c>no-sensor, status fault, presentValue = 21.5</c></summary>
    public override string ToString() =>
        $"{EnumNames<Reliability>.Kebab(Reliability)}{StatusText.After(Status)}{(Values.Count > 0 ? $", {Values}" : "")}";

    internal static new ChangeOfReliabilityNotification Read(ref TagReader reader) =>
        new((Reliability)reader.ReadEnumerated16(context: 0), reader.ReadStatusFlags(context: 1), reader.ReadSequence<BacnetPropertyValue>(2));

    /// <inheritdoc/>
    protected override void WriteContent(ref TagWriter writer)
    {
        writer.WriteEnumerated((uint)Reliability, context: 0);
        writer.WriteStatusFlags(Status, context: 1);
        writer.WriteSequence(Values, 2);
    }
}
