using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server.Handlers;

/// <summary>ReadProperty and ReadPropertyMultiple (clauses 15.5, 15.7).</summary>
internal sealed class PropertyReading(ILocalDevice device)
{
    public Outcome ReadProperty(in ServedRequest request, ref TagWriter writer)
    {
        if (!ReadPropertyRequest.TryDecode(request.Content, out var asked, out var error)) return Outcome.Malformed(error);
        var target = Ours(asked.Target);
        var result = device.Read(target);
        if (result.Error is { } refusal) return Outcome.Error(refusal);
        new ReadPropertyAck(target, result.Value).Encode(ref writer);
        return Outcome.Acknowledged;
    }

    public Outcome ReadPropertyMultiple(in ServedRequest request, ref TagWriter writer)
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

    /// <summary>One result, or one for each property that ALL, REQUIRED or OPTIONAL stands for (clause 15.7.3.1.2): never Property_List.</summary>
    private void WriteResults(ref TagWriter writer, PropertyReference target)
    {
        if (target.Property is not (PropertyId.All or PropertyId.Required or PropertyId.Optional))
        {
            ReadPropertyMultipleAck.WriteResult(ref writer, target, device.Read(target));
            return;
        }
        if (device.Properties(target.Object) is not { } properties)
        {
            ReadPropertyMultipleAck.WriteResult(ref writer, target, new(Refusals.UnknownObject));
            return;
        }
        foreach (var property in properties)
        {
            if (property == PropertyId.PropertyList || !IsMeant(target, property)) continue;
            ReadPropertyMultipleAck.WriteResult(ref writer, target with { Property = property }, device.Read(target with { Property = property }));
        }
    }

    private static bool IsMeant(PropertyReference asked, PropertyId property) =>
        asked.Property == PropertyId.All || asked.Object.Type.Requires(property) == (asked.Property == PropertyId.Required);

    /// <summary>"Whichever device you are" is this one, and "the port that I ask through" its Network Port object.</summary>
    private PropertyReference Ours(PropertyReference target) => target.Object switch
    {
        { Type: ObjectType.Device, Instance: ObjectId.AnyInstance } => target with { Object = new(ObjectType.Device, device.Instance) },
        { Type: ObjectType.NetworkPort, Instance: ObjectId.AnyInstance } when device.NetworkPort is { } port => target with { Object = port },
        _ => target,
    };
}
