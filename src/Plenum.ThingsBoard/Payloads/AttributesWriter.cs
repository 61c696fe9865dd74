using System.Buffers;
using System.Text.Json;

namespace Plenum.ThingsBoard.Payloads;

/// <summary>Writes client attributes of several devices for <see cref="Topics.Attributes"/>: <c>{"D":{"k":v},…}</c>.</summary>
/// <remarks>A device must be added once only, as with <see cref="TelemetryWriter"/>.</remarks>
public sealed class AttributesWriter : IDisposable
{
    /// <summary>Bytes of a payload without devices: <c>{}</c>.</summary>
    public const int EmptyBytes = 2;

    private const int DeviceFrame = 4; // "": and a comma

    private readonly Utf8JsonWriter _json;

    /// <summary>Starts a payload at the end of <paramref name="output"/>.</summary>
    public AttributesWriter(IBufferWriter<byte> output)
    {
        _json = new(output, PayloadWriter.Options);
        _json.WriteStartObject();
    }

    /// <summary>Bytes that a device adds.</summary>
    public static int DeviceBytes(JsonEncodedText device, int valuesLength) => DeviceFrame + device.EncodedUtf8Bytes.Length + valuesLength;

    /// <summary>Adds a device's attributes.</summary>
    /// <param name="values">A JSON object, known to be one (<see cref="RawJson.IsObject"/>).</param>
    public void Add(JsonEncodedText device, ReadOnlySpan<byte> values)
    {
        _json.WritePropertyName(device);
        _json.WriteRawValue(values, skipInputValidation: true);
    }

    /// <summary>Ends the payload; nothing may be added any more.</summary>
    public void Finish()
    {
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
