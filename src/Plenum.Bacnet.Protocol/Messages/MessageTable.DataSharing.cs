using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;
using static Plenum.Bacnet.Protocol.Messages.MessageDecoder;

namespace Plenum.Bacnet.Protocol.Messages;

public static partial class MessageTable
{
    /// <summary>Clause 15: object access.</summary>
    private static MessageDecoder[] DataSharing =>
    [
        Request<ReadPropertyRequest>(ConfirmedService.ReadProperty, ReadPropertyRequest.TryDecode, (request, fields) => fields.Add(request.Target)),
        Ack<ReadPropertyAck>(ConfirmedService.ReadProperty, ReadPropertyAck.TryDecode, (ack, fields) => fields.Add(ack.Target).Add(MessageFields.Value, ack.Target, ack.Value)),
        Request<List<PropertyReference>>(ConfirmedService.ReadPropertyMultiple, TryDecodeTargets, (targets, fields) => AddByObject(fields, targets, target => target, (_, _) => { })),
        Ack<List<(PropertyReference Target, PropertyResult Result)>>(ConfirmedService.ReadPropertyMultiple, TryDecodeResults,
            (results, fields) => AddByObject(fields, results, item => item.Target, (item, inner) => inner.Add(item.Target, item.Result))),
        Request<WritePropertyRequest>(ConfirmedService.WriteProperty, WritePropertyRequest.TryDecode,
            (request, fields) => fields.Add(request.Target).Add(MessageFields.Value, request.Target, request.Value).Add("priority", request.Priority)),
    ];

    private static bool TryDecodeTargets(ReadOnlySpan<byte> octets, out List<PropertyReference> targets, out DecodeError error)
    {
        var request = new ReadPropertyMultipleRequest(octets);
        targets = [];
        while (request.TryNext(out var target)) targets.Add(target);
        return request.Finish(out error);
    }

    private static bool TryDecodeResults(ReadOnlySpan<byte> octets, out List<(PropertyReference Target, PropertyResult Result)> results, out DecodeError error)
    {
        var ack = new ReadPropertyMultipleAck(octets);
        results = [];
        while (ack.TryNext(out var target, out var result)) results.Add((target, result));
        return ack.Finish(out error);
    }

    /// <summary>Neighbours that name the same object share one element, as they do on the wire.</summary>
    private static void AddByObject<T>(MessageFields fields, List<T> items, Func<T, PropertyReference> target, Action<T, MessageFields> describe)
    {
        var objects = new List<List<T>>();
        foreach (var item in items)
        {
            if (objects.Count == 0 || target(objects[^1][0]).Object != target(item).Object) objects.Add([]);
            objects[^1].Add(item);
        }
        fields.AddList(MessageFields.Objects, objects, (group, inner) => inner
            .Add(MessageFields.Object, target(group[0]).Object)
            .AddList(MessageFields.Properties, group, (item, property) => describe(item, property.Add(target(item).Property, target(item).ArrayIndex))));
    }
}
