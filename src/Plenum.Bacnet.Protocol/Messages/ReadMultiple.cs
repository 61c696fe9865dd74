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
        fields.AddByObject(targets, target => target, (_, _) => { });

    public static void Describe(List<(PropertyReference Target, PropertyResult Result)> results, MessageFields fields) =>
        fields.AddByObject(results, item => item.Target, (item, inner) => inner.Add(item.Target, item.Result));
}
