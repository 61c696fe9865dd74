using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>ConfirmedCOVNotificationMultiple-Request (clause 13.17) and UnconfirmedCOVNotificationMultiple-Request (clause 13.18), which have one form: what the values of several objects are now.</summary>
/// <param name="ProcessId">Who is told, by the subscriber's own number.</param>
/// <param name="Device">The device that tells it.</param>
/// <param name="TimeRemaining">How long the subscription goes on, in seconds.</param>
/// <param name="Timestamp">When it was sent, on the device's clock; with timestamped properties only.</param>
/// <param name="Changes">The values; neighbours of one object share its identifier.</param>
/// <remarks><code>
/// ConfirmedCOVNotificationMultiple-Request ::= SEQUENCE {
///   subscriber-process-identifier [0] Unsigned32,
///   initiating-device-identifier  [1] BACnetObjectIdentifier,
///   time-remaining                [2] Unsigned,
///   timestamp                     [3] BACnetDateTime OPTIONAL,
///   list-of-cov-notifications     [4] SEQUENCE OF SEQUENCE {
///     monitored-object-identifier [0] BACnetObjectIdentifier,
///     list-of-values              [1] SEQUENCE OF CovChange } }
/// </code></remarks>
public sealed record CovNotificationMultipleRequest(uint ProcessId, ObjectId Device, uint TimeRemaining, BacnetDateTime? Timestamp, IReadOnlyList<CovChange> Changes)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out CovNotificationMultipleRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = new(
            reader.ReadUnsigned(context: 0),
            reader.ReadObjectId(context: 1),
            reader.ReadUnsigned(context: 2),
            reader.ReadOptionalNested<BacnetDateTime>(3),
            ReadChanges(ref reader));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteUnsigned(ProcessId, context: 0);
        writer.WriteObjectId(Device, context: 1);
        writer.WriteUnsigned(TimeRemaining, context: 2);
        writer.WriteOptionalNested(Timestamp, 3);
        writer.WriteOpening(4);
        for (var i = 0; i < Changes.Count; i++)
        {
            var id = Changes[i].Monitored.Object;
            if (i == 0 || Changes[i - 1].Monitored.Object != id)
            {
                writer.WriteObjectId(id, context: 0);
                writer.WriteOpening(1);
            }
            Changes[i].Write(ref writer);
            if (i == Changes.Count - 1 || Changes[i + 1].Monitored.Object != id) writer.WriteClosing(1);
        }
        writer.WriteClosing(4);
    }

    private static List<CovChange> ReadChanges(ref TagReader reader)
    {
        var changes = new List<CovChange>();
        reader.ReadOpening(4);
        while (reader.Error == DecodeError.None && !reader.NextIsClosing(4))
        {
            var id = reader.ReadObjectId(context: 0);
            reader.ReadOpening(1);
            while (reader.Error == DecodeError.None && !reader.NextIsClosing(1)) changes.Add(CovChange.Read(ref reader, id));
            reader.ReadClosing(1);
        }
        reader.ReadClosing(4);
        return changes;
    }
}
