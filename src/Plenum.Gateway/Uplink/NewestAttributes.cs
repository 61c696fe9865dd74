using System.Buffers;
using System.Text.Json;
using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;
using Plenum.ThingsBoard.Payloads;

namespace Plenum.Gateway.Uplink;

/// <summary>Remembers from which message each attribute that the server has is, so that an older value that was held up on its way does not take its place: attributes have no timestamp.</summary>
/// <remarks>Held up is what the server refused at first, and what was not acknowledged when a later message already was.</remarks>
internal sealed class NewestAttributes
{
    private readonly Dictionary<(string Device, string Key), long> _newest = [];

    /// <summary>The server has these messages.</summary>
    public void Acknowledged(IReadOnlyList<StoredMessage> messages)
    {
        foreach (var stored in messages)
        {
            if (stored.Message.Kind != MessageKind.Attributes) continue;
            foreach (var key in Keys(stored.Message.Values)) _newest[(stored.Message.Device, key)] = Math.Max(stored.Id, _newest.GetValueOrDefault((stored.Message.Device, key)));
        }
    }

    /// <summary>The message without what the server has newer values of; null when nothing is left of it.</summary>
    /// <param name="stored">A message whose values are a JSON object.</param>
    public StoredMessage? Strip(StoredMessage stored)
    {
        if (stored.Message.Kind != MessageKind.Attributes || _newest.Count == 0) return stored;
        var members = RawJson.Members(stored.Message.Values.Span);
        var kept = members.Zip(Keys(stored.Message.Values))
            .Where(member => _newest.GetValueOrDefault((stored.Message.Device, member.Second)) <= stored.Id)
            .Select(member => member.First).ToList();
        if (kept.Count == members.Count) return stored;
        return kept.Count == 0 ? null : stored with { Message = stored.Message with { Values = Object(stored.Message.Values, kept) } };
    }

    private static List<string> Keys(ReadOnlyMemory<byte> values)
    {
        List<string> keys = [];
        var reader = new Utf8JsonReader(values.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            keys.Add(reader.GetString()!);
            reader.Read();
            reader.Skip();
        }
        return keys;
    }

    private static ReadOnlyMemory<byte> Object(ReadOnlyMemory<byte> values, List<Range> members)
    {
        var output = new ArrayBufferWriter<byte>(values.Length);
        foreach (var member in members)
        {
            output.Write(output.WrittenCount == 0 ? "{"u8 : ","u8);
            output.Write(values.Span[member]);
        }
        output.Write("}"u8);
        return output.WrittenMemory;
    }
}
