using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Mapping;

/// <summary>Writes one message after the other, into a buffer that is used again.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A JSON writer over a buffer holds nothing that needs disposal.")]
internal sealed class MessageBuilder(MessageKind kind)
{
    // Relaxed: letters beyond ASCII stay one letter of UTF-8 instead of six characters of escape.
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null, JsonOptions);
    private readonly List<(SentValue Sent, Value Value)> _values = [];

    /// <summary>Adds a value to the message, and begins one if need be.</summary>
    public void Add(Reading reading, SentValue sent)
    {
        if (_values.Count == 0) Begin();
        _json.WritePropertyName(reading.Key);
        reading.Value.WriteTo(_json);
        _values.Add((sent, reading.Value));
    }

    /// <summary>The message with the values added since the last one; null when there are none.</summary>
    public MappedMessage? Finish(DeviceReadings readings, long now)
    {
        if (_values.Count == 0) return null;
        _json.WriteEndObject();
        _json.Flush();
        var message = new Message(readings.Device, readings.Profile, kind, readings.TimestampMs, _buffer.WrittenSpan.ToArray());
        var mapped = new MappedMessage(message, [.. _values], now);
        _values.Clear();
        return mapped;
    }

    private void Begin()
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        _json.WriteStartObject();
    }
}
