using System.Buffers.Binary;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <summary>BACnetCOVSubscription (clause 21): a subscription as Active_COV_Subscriptions shows it.</summary>
/// <remarks><code>
/// BACnetCOVSubscription ::= SEQUENCE {
///   recipient                     [0] BACnetRecipientProcess,
///   monitored-property-reference  [1] BACnetObjectPropertyReference,
///   issue-confirmed-notifications [2] BOOLEAN,
///   time-remaining                [3] Unsigned,
///   cov-increment                 [4] REAL OPTIONAL }
/// BACnetRecipientProcess ::= SEQUENCE {
///   recipient          [0] BACnetRecipient,   -- address [1] BACnetAddress
///   process-identifier [1] Unsigned32 }
/// </code></remarks>
internal static class ActiveSubscription
{
    private const int MostOctets = 128;

    public static IEnumerable<BacnetValue> Of(ServedSubscription subscription, TimeSpan now)
    {
        var octets = new byte[MostOctets];
        var writer = new TagWriter(octets);
        Write(ref writer, subscription, now);
        return Read(writer.Written);
    }

    private static void Write(ref TagWriter writer, ServedSubscription subscription, TimeSpan now)
    {
        var key = subscription.Key;
        writer.WriteOpening(0);
        writer.WriteOpening(0);
        writer.WriteOpening(1);
        WriteAddress(ref writer, key.Subscriber);
        writer.WriteClosing(1);
        writer.WriteClosing(0);
        writer.WriteUnsigned(key.ProcessId, context: 1);
        writer.WriteClosing(0);
        writer.WriteOpening(1);
        writer.WriteObjectId(key.Object, context: 0);
        writer.WriteEnumerated((uint)key.Monitored.Property, context: 1);
        writer.WriteOptionalUnsigned(key.ArrayIndex, context: 2);
        writer.WriteClosing(1);
        writer.WriteBoolean(subscription.Confirmed, context: 2);
        writer.WriteUnsigned(subscription.Remaining(now), context: 3);
        if (subscription.Increment is { } increment) writer.WriteReal(increment, context: 4);
    }

    /// <summary>BACnetAddress: network 0 is the device's own; there the address is IP and port.</summary>
    private static void WriteAddress(ref TagWriter writer, DeviceAddress address)
    {
        var remote = address.Remote;
        var mac = new byte[remote.IsNone ? 6 : NetworkAddress.MaxMacLength];
        if (remote.IsNone)
        {
            BinaryPrimitives.WriteUInt32BigEndian(mac, address.Ip);
            BinaryPrimitives.WriteUInt16BigEndian(mac.AsSpan(4), address.Port);
        }
        else
        {
            BinaryPrimitives.WriteUInt64BigEndian(mac, remote.Mac);
            mac = mac[^remote.MacLength..];
        }
        writer.WriteUnsigned(remote.Network);
        writer.WriteOctetString(mac);
    }

    private static List<BacnetValue> Read(ReadOnlySpan<byte> octets)
    {
        var reader = new TagReader(octets);
        var values = new List<BacnetValue>();
        while (!reader.IsAtEnd) values.Add(reader.ReadValue());
        return values;
    }
}
