using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>ReadPropertyMultiple, which is read property by property, as a list.</summary>
internal static class ReadMultiple
{
    public static bool TryDecode(ReadOnlySpan<byte> octets, out List<PropertyReference> targets, out DecodeError error)
    {
        var request = new ReadPropertyMultipleRequest(octets);
        targets = [];
        while (request.TryNext(out var target)) targets.Add(target);
        return request.Finish(out error);
    }

    public static bool TryDecode(ReadOnlySpan<byte> octets, out List<(PropertyReference Target, PropertyResult Result)> results, out DecodeError error)
    {
        var ack = new ReadPropertyMultipleAck(octets);
        results = [];
        while (ack.TryNext(out var target, out var result)) results.Add((target, result));
        return ack.Finish(out error);
    }

    public static void Describe(List<PropertyReference> targets, MessageFields fields) =>
        AddByObject(fields, targets, target => target, (_, _) => { });

    public static void Describe(List<(PropertyReference Target, PropertyResult Result)> results, MessageFields fields) =>
        AddByObject(fields, results, item => item.Target, (item, inner) => inner.Add(item.Target, item.Result));

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
