using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.TestKit;

/// <summary>Whole APDUs, for devices that are scripted.</summary>
public static class Apdus
{
    /// <summary>Writes a service's octets.</summary>
    public delegate void Body(ref TagWriter writer);

    /// <summary>ComplexACK of a service.</summary>
    public static byte[] Ack(byte invokeId, ConfirmedService service, Body body) =>
        Make(new() { Type = PduType.ComplexAck, InvokeId = invokeId, Service = (byte)service }, body);

    /// <summary>Error of a service that adds to class and code.</summary>
    public static byte[] Error(byte invokeId, ConfirmedService service, Body body) =>
        Make(new() { Type = PduType.Error, InvokeId = invokeId, Service = (byte)service }, body);

    /// <summary>A confirmed request.</summary>
    public static byte[] Confirmed(byte invokeId, ConfirmedService service, Body body) =>
        Make(new() { Type = PduType.ConfirmedRequest, MaxApduCode = 5, InvokeId = invokeId, Service = (byte)service }, body);

    /// <summary>An unconfirmed request.</summary>
    public static byte[] Unconfirmed(UnconfirmedService service, Body body) => Make(new() { Type = PduType.UnconfirmedRequest, Service = (byte)service }, body);

    /// <summary>ReadProperty-ACK.</summary>
    public static byte[] ReadAck(byte invokeId, PropertyReference target, BacnetValue value) =>
        Make(new() { Type = PduType.ComplexAck, InvokeId = invokeId, Service = (byte)ConfirmedService.ReadProperty },
            (ref TagWriter writer) => new ReadPropertyAck(target, value).Encode(ref writer));

    /// <summary>ReadPropertyMultiple-ACK.</summary>
    public static byte[] ReadMultipleAck(byte invokeId, IEnumerable<(PropertyReference Target, PropertyResult Result)> results) =>
        Make(new() { Type = PduType.ComplexAck, InvokeId = invokeId, Service = (byte)ConfirmedService.ReadPropertyMultiple }, (ref TagWriter writer) =>
        {
            foreach (var (target, result) in results)
            {
                ReadPropertyMultipleAck.WriteObject(ref writer, target.Object);
                ReadPropertyMultipleAck.WriteResult(ref writer, target, result);
                ReadPropertyMultipleAck.EndObject(ref writer);
            }
        });

    /// <summary>SimpleACK.</summary>
    public static byte[] SimpleAck(byte invokeId, ConfirmedService service) =>
        Make(new() { Type = PduType.SimpleAck, InvokeId = invokeId, Service = (byte)service }, (ref TagWriter _) => { });

    /// <summary>Error.</summary>
    public static byte[] Error(byte invokeId, ConfirmedService service, ErrorClass errorClass, ErrorCode code) =>
        Make(new() { Type = PduType.Error, InvokeId = invokeId, Service = (byte)service },
            (ref TagWriter writer) => ErrorReply.Encode(ref writer, new(errorClass, code)));

    /// <summary>Reject.</summary>
    public static byte[] Reject(byte invokeId, RejectReason reason) =>
        Make(new() { Type = PduType.Reject, InvokeId = invokeId, Service = (byte)reason }, (ref TagWriter _) => { });

    /// <summary>Abort.</summary>
    public static byte[] Abort(byte invokeId, AbortReason reason, bool fromServer = true) =>
        Make(new() { Type = PduType.Abort, FromServer = fromServer, InvokeId = invokeId, Service = (byte)reason }, (ref TagWriter _) => { });

    /// <summary>I-Am.</summary>
    public static byte[] IAm(uint instance, uint maxApdu = 1476) =>
        Make(new() { Type = PduType.UnconfirmedRequest, Service = (byte)UnconfirmedService.IAm },
            (ref TagWriter writer) => new IAmRequest(new(ObjectType.Device, instance), maxApdu, Segmentation.NoSegmentation, 260).Encode(ref writer));

    private static byte[] Make(ApduHeader header, Body body)
    {
        Span<byte> apdu = stackalloc byte[ApduSizes.Largest];
        var size = header.Encode(apdu);
        var writer = new TagWriter(apdu[size..]);
        body(ref writer);
        if (writer.Overflowed) throw new InvalidOperationException("this APDU is larger than any can be");
        return apdu[..(size + writer.Length)].ToArray();
    }
}
