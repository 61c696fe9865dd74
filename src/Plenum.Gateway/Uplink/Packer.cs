using System.Text.Json;
using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;
using Plenum.ThingsBoard.Payloads;

namespace Plenum.Gateway.Uplink;

/// <summary>Turns stored messages, in their order, into publishes of at most a given size.</summary>
internal sealed class Packer
{
    private readonly Dictionary<string, JsonEncodedText> _names = new(StringComparer.Ordinal);
    private OpenPack _telemetry = new(MessageKind.Telemetry), _attributes = new(MessageKind.Attributes);

    /// <summary>Adds a message; publishes that are full go to <paramref name="ready"/>.</summary>
    /// <param name="limit">Largest payload in bytes.</param>
    public void Add(StoredMessage stored, int limit, Queue<Pack> ready)
    {
        var kind = stored.Message.Kind;
        ref var open = ref (kind == MessageKind.Telemetry ? ref _telemetry : ref _attributes);
        var name = NameOf(stored.Message.Device);
        if (OpenPack.BytesAlone(kind, stored.Message, name) > limit)
        {
            Close(ref open, kind, ready);
            foreach (var pack in Alone(stored, limit)) ready.Enqueue(pack);
            return;
        }
        if (open.TryAdd(stored, name, limit)) return;
        Close(ref open, kind, ready);
        open.TryAdd(stored, name, limit);
    }

    /// <summary>Sends off what is collected, full or not.</summary>
    public void Flush(Queue<Pack> ready)
    {
        Close(ref _attributes, MessageKind.Attributes, ready);
        Close(ref _telemetry, MessageKind.Telemetry, ready);
    }

    /// <summary>The publishes of one message that shares them with no other: one, or as many as the limit asks for.</summary>
    public IReadOnlyList<Pack> Alone(StoredMessage stored, int limit)
    {
        var name = NameOf(stored.Message.Device);
        var frame = OpenPack.BytesAlone(stored.Message.Kind, stored.Message with { Values = default }, name);
        var parts = frame + stored.Message.Values.Length > limit
            ? Splitter.Split(stored.Message.Values, limit - frame)
            : [stored.Message.Values];
        var whole = parts.Count > 1 ? new SplitMessage(parts.Count) : null;
        return [.. parts.Select(values => Single(stored, values, name, whole))];
    }

    private static Pack Single(StoredMessage stored, ReadOnlyMemory<byte> values, JsonEncodedText name, SplitMessage? whole)
    {
        var open = new OpenPack(stored.Message.Kind);
        open.TryAdd(stored with { Message = stored.Message with { Values = values } }, name, int.MaxValue);
        return open.Close() with { Messages = [stored], Whole = whole };
    }

    private static void Close(ref OpenPack open, MessageKind kind, Queue<Pack> ready)
    {
        if (open.IsEmpty) return;
        ready.Enqueue(open.Close());
        open = new(kind);
    }

    private JsonEncodedText NameOf(string device)
    {
        if (_names.TryGetValue(device, out var name)) return name;
        return _names[device] = TelemetryWriter.Encode(device);
    }
}
