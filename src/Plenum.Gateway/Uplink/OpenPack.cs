using System.Buffers;
using System.Text.Json;
using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;
using Plenum.ThingsBoard;
using Plenum.ThingsBoard.Payloads;

namespace Plenum.Gateway.Uplink;

/// <summary>Collects messages of one kind for one publish, grouped by device because a payload names each device once.</summary>
internal sealed class OpenPack(MessageKind kind)
{
    private readonly List<StoredMessage> _messages = [];
    private readonly Dictionary<string, (JsonEncodedText Name, List<Message> Messages)> _devices = new(StringComparer.Ordinal);
    private int _bytes = TelemetryWriter.EmptyBytes;

    public bool IsEmpty => _messages.Count == 0;

    /// <summary>Bytes of a publish with this message alone.</summary>
    public static int BytesAlone(MessageKind kind, Message message, JsonEncodedText name) =>
        TelemetryWriter.EmptyBytes + BytesAdded(kind, message, name, isNew: true);

    /// <summary>Adds a message if the publish stays within <paramref name="limit"/>. The first one always fits.</summary>
    /// <remarks>Attributes of a device are added once only: what a key's two values would mean in one object, nobody knows.</remarks>
    public bool TryAdd(StoredMessage stored, JsonEncodedText name, int limit)
    {
        var isNew = !_devices.TryGetValue(stored.Message.Device, out var device);
        var added = BytesAdded(kind, stored.Message, name, isNew);
        if (!IsEmpty && (_bytes + added > limit || (kind == MessageKind.Attributes && !isNew))) return false;
        if (isNew) _devices[stored.Message.Device] = device = (name, []);
        device.Messages.Add(stored.Message);
        _messages.Add(stored);
        _bytes += added;
        return true;
    }

    /// <summary>The publish. The collection is over with it.</summary>
    public Pack Close()
    {
        var output = new ArrayBufferWriter<byte>(_bytes);
        if (kind == MessageKind.Telemetry) WriteTelemetry(output);
        else WriteAttributes(output);
        return new(kind == MessageKind.Telemetry ? Topics.Telemetry : Topics.Attributes, output.WrittenMemory, _messages);
    }

    private static int BytesAdded(MessageKind kind, Message message, JsonEncodedText name, bool isNew) => kind == MessageKind.Telemetry
        ? (isNew ? TelemetryWriter.DeviceBytes(name) : 0) + TelemetryWriter.EntryBytes(message.TimestampMs, message.Values.Length)
        : AttributesWriter.DeviceBytes(name, message.Values.Length);

    private void WriteTelemetry(ArrayBufferWriter<byte> output)
    {
        using var writer = new TelemetryWriter(output);
        foreach (var (name, messages) in _devices.Values)
        {
            writer.StartDevice(name);
            foreach (var message in messages) writer.Add(message.TimestampMs, message.Values.Span);
        }
        writer.Finish();
    }

    private void WriteAttributes(ArrayBufferWriter<byte> output)
    {
        using var writer = new AttributesWriter(output);
        foreach (var (name, messages) in _devices.Values) writer.Add(name, messages[0].Values.Span);
        writer.Finish();
    }
}
