using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

public sealed partial class BacnetServer
{
    private int ReadProperty(Span<byte> apdu, in BipFrame frame)
    {
        var id = frame.Apdu.InvokeId;
        if (!ReadPropertyRequest.TryDecode(frame.Content, out var request, out var error)) return Reject(apdu, id, Reason(error));
        var target = Ours(request.Target);
        var result = _device.Read(target);
        if (result.Error is { } refusal) return Error(apdu, in frame, refusal);
        var size = AckHeader(apdu, in frame);
        var writer = new TagWriter(Room(apdu, in frame)[size..]);
        new ReadPropertyAck(target, result.Value).Encode(ref writer);
        return writer.Overflowed ? Abort(apdu, id, AbortReason.SegmentationNotSupported) : size + writer.Length;
    }

    private int ReadPropertyMultiple(Span<byte> apdu, in BipFrame frame)
    {
        var id = frame.Apdu.InvokeId;
        var size = AckHeader(apdu, in frame);
        var writer = new TagWriter(Room(apdu, in frame)[size..]);
        var request = new ReadPropertyMultipleRequest(frame.Content);
        ObjectId? current = null;
        while (request.TryNext(out var asked))
        {
            var target = Ours(asked);
            if (current is not null && current != target.Object) ReadPropertyMultipleAck.EndObject(ref writer);
            if (current != target.Object) ReadPropertyMultipleAck.WriteObject(ref writer, target.Object);
            current = target.Object;
            WriteResults(ref writer, target);
        }
        if (current is not null) ReadPropertyMultipleAck.EndObject(ref writer);
        if (!request.Finish(out var error)) return Reject(apdu, id, Reason(error));
        if (current is null) return Reject(apdu, id, RejectReason.MissingRequiredParameter);
        return writer.Overflowed ? Abort(apdu, id, AbortReason.SegmentationNotSupported) : size + writer.Length;
    }

    /// <summary>One result, or one for each property that ALL, REQUIRED or OPTIONAL stands for (clause 15.7.3.1.2).</summary>
    private void WriteResults(ref TagWriter writer, PropertyReference target)
    {
        if (target.Property is not (PropertyId.All or PropertyId.Required or PropertyId.Optional))
        {
            ReadPropertyMultipleAck.WriteResult(ref writer, target, _device.Read(target));
            return;
        }
        if (_device.Properties(target.Object) is not { } properties)
        {
            ReadPropertyMultipleAck.WriteResult(ref writer, target, new(new BacnetError(ErrorClass.Object, ErrorCode.UnknownObject)));
            return;
        }
        foreach (var property in properties)
        {
            if (property == PropertyId.PropertyList) continue;
            ReadPropertyMultipleAck.WriteResult(ref writer, target with { Property = property }, _device.Read(target with { Property = property }));
        }
    }

    private int WriteProperty(Span<byte> apdu, in BipFrame frame)
    {
        if (!WritePropertyRequest.TryDecode(frame.Content, out var request, out var error)) return Reject(apdu, frame.Apdu.InvokeId, Reason(error));
        return _device.Write(Ours(request.Target), request.Value, request.Priority) is { } refusal
            ? Error(apdu, in frame, refusal)
            : new ApduHeader { Type = PduType.SimpleAck, InvokeId = frame.Apdu.InvokeId, Service = frame.Apdu.Service }.Encode(apdu);
    }

    /// <summary>"Whichever device you are" is this one.</summary>
    private PropertyReference Ours(PropertyReference target) =>
        target.Object == ObjectId.AnyDevice ? target with { Object = new(ObjectType.Device, _device.Instance) } : target;

    /// <summary>As much as both sides can take.</summary>
    private Span<byte> Room(Span<byte> apdu, in BipFrame frame) => apdu[..Math.Min(_device.MaxApdu, ApduSizes.Decode(frame.Apdu.MaxApduCode))];

    private static int AckHeader(Span<byte> apdu, in BipFrame frame) =>
        new ApduHeader { Type = PduType.ComplexAck, InvokeId = frame.Apdu.InvokeId, Service = frame.Apdu.Service }.Encode(apdu);

    private static int Error(Span<byte> apdu, in BipFrame frame, BacnetError refusal)
    {
        var size = new ApduHeader { Type = PduType.Error, InvokeId = frame.Apdu.InvokeId, Service = frame.Apdu.Service }.Encode(apdu);
        var writer = new TagWriter(apdu[size..]);
        ErrorReply.Encode(ref writer, refusal);
        return size + writer.Length;
    }

    private static int Reject(Span<byte> apdu, byte invokeId, RejectReason reason) =>
        new ApduHeader { Type = PduType.Reject, InvokeId = invokeId, Service = (byte)reason }.Encode(apdu);

    private static int Abort(Span<byte> apdu, byte invokeId, AbortReason reason) =>
        new ApduHeader { Type = PduType.Abort, FromServer = true, InvokeId = invokeId, Service = (byte)reason }.Encode(apdu);

    private static RejectReason Reason(DecodeError error) => RejectReasons.Of(error);
}
