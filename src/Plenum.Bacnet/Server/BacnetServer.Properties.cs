using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

public sealed partial class BacnetServer
{
    private Outcome ReadProperty(in ServedRequest request, ref TagWriter writer)
    {
        if (!ReadPropertyRequest.TryDecode(request.Content, out var asked, out var error)) return Outcome.Malformed(error);
        var target = Ours(asked.Target);
        var result = _device.Read(target);
        if (result.Error is { } refusal) return Outcome.Error(refusal);
        new ReadPropertyAck(target, result.Value).Encode(ref writer);
        return Outcome.Acknowledged;
    }

    private Outcome ReadPropertyMultiple(in ServedRequest request, ref TagWriter writer)
    {
        var asked = new ReadPropertyMultipleRequest(request.Content);
        ObjectId? current = null;
        while (asked.TryNext(out var next))
        {
            var target = Ours(next);
            if (current is not null && current != target.Object) ReadPropertyMultipleAck.EndObject(ref writer);
            if (current != target.Object) ReadPropertyMultipleAck.WriteObject(ref writer, target.Object);
            current = target.Object;
            WriteResults(ref writer, target);
        }
        if (current is not null) ReadPropertyMultipleAck.EndObject(ref writer);
        if (!asked.Finish(out var error)) return Outcome.Malformed(error);
        return current is null ? Outcome.Reject(RejectReason.MissingRequiredParameter) : Outcome.Acknowledged;
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

    private Outcome WriteProperty(in ServedRequest request)
    {
        if (!WritePropertyRequest.TryDecode(request.Content, out var asked, out var error)) return Outcome.Malformed(error);
        return _device.Write(Ours(asked.Target), asked.Value, asked.Priority) is { } refusal ? Outcome.Error(refusal) : Outcome.Done;
    }

    /// <summary>"Whichever device you are" is this one.</summary>
    private PropertyReference Ours(PropertyReference target) =>
        target.Object == ObjectId.AnyDevice ? target with { Object = new(ObjectType.Device, _device.Instance) } : target;
}
