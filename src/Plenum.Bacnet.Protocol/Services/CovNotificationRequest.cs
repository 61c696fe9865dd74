using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>ConfirmedCOVNotification-Request (clause 13.1) and UnconfirmedCOVNotification-Request (clause 13.2), which have one form: what an object's values are now.</summary>
/// <param name="ProcessId">Who is told, by the subscriber's own number; 0 for everyone who did not subscribe.</param>
/// <param name="Device">The device that tells it.</param>
/// <param name="Monitored">The object.</param>
/// <param name="TimeRemaining">How long the subscription goes on, in seconds; 0 for ever.</param>
/// <param name="Values">Its values now.</param>
/// <remarks><code>
/// ConfirmedCOVNotification-Request ::= SEQUENCE {
///   subscriber-process-identifier [0] Unsigned32,
///   initiating-device-identifier  [1] BACnetObjectIdentifier,
///   monitored-object-identifier   [2] BACnetObjectIdentifier,
///   time-remaining                [3] Unsigned,
///   list-of-values                [4] SEQUENCE OF BACnetPropertyValue }
/// </code></remarks>
public sealed record CovNotificationRequest(uint ProcessId, ObjectId Device, ObjectId Monitored, uint TimeRemaining, IReadOnlyList<BacnetPropertyValue> Values)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out CovNotificationRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = new(
            reader.ReadUnsigned(context: 0),
            reader.ReadObjectId(context: 1),
            reader.ReadObjectId(context: 2),
            reader.ReadUnsigned(context: 3),
            ReadValues(ref reader));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteUnsigned(ProcessId, context: 0);
        writer.WriteObjectId(Device, context: 1);
        writer.WriteObjectId(Monitored, context: 2);
        writer.WriteUnsigned(TimeRemaining, context: 3);
        writer.WriteOpening(4);
        foreach (var value in Values) value.Write(ref writer);
        writer.WriteClosing(4);
    }

    private static List<BacnetPropertyValue> ReadValues(ref TagReader reader)
    {
        var values = new List<BacnetPropertyValue>(2);
        reader.ReadOpening(4);
        while (reader.Error == DecodeError.None && !reader.NextIsClosing(4)) values.Add(BacnetPropertyValue.Read(ref reader));
        reader.ReadClosing(4);
        return values;
    }
}
