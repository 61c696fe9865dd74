using System.Buffers;
using System.Text.Json;

namespace Plenum.ThingsBoard.Payloads;

/// <summary>Writes values of several devices, each with several timestamps, for <see cref="Topics.Telemetry"/>:
/// <c>{"D":[{"ts":1,"values":{"k":v}},…],…}</c>.</summary>
/// <remarks>
/// A device must be started once only: the server keeps the last of two members with one name and loses the first.
/// The sizes are exact, so that a caller can fill a payload up to a limit before a byte is written.
/// </remarks>
public sealed class TelemetryWriter : IDisposable
{
    /// <summary>Bytes of a payload without devices: <c>{}</c>.</summary>
    public const int EmptyBytes = 2;

    private const int DeviceFrame = 6; // "":[] and a comma
    private const int EntryFrame = 18; // {"ts":,"values":} and a comma

    private readonly Utf8JsonWriter _json;
    private bool _inDevice;

    /// <summary>Starts a payload at the end of <paramref name="output"/>.</summary>
    public TelemetryWriter(IBufferWriter<byte> output)
    {
        _json = new(output, PayloadWriter.Options);
        _json.WriteStartObject();
    }

    /// <summary>A device's name as it stands in a payload, escaped once for all uses.</summary>
    public static JsonEncodedText Encode(string device) => JsonEncodedText.Encode(device, PayloadWriter.Options.Encoder);

    /// <summary>Bytes that a device adds, its entries not counted.</summary>
    public static int DeviceBytes(JsonEncodedText device) => DeviceFrame + device.EncodedUtf8Bytes.Length;

    /// <summary>Bytes that an entry adds to its device.</summary>
    public static int EntryBytes(long timestampMs, int valuesLength)
    {
        Span<byte> digits = stackalloc byte[20];
        timestampMs.TryFormat(digits, out var length, default, System.Globalization.CultureInfo.InvariantCulture);
        return EntryFrame + length + valuesLength;
    }

    /// <summary>The entries that follow are this device's.</summary>
    public void StartDevice(JsonEncodedText device)
    {
        EndDevice();
        _json.WriteStartArray(device);
        _inDevice = true;
    }

    /// <summary>Adds values of one moment.</summary>
    /// <param name="timestampMs">The moment, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="values">A JSON object, known to be one (<see cref="RawJson.IsObject"/>).</param>
    public void Add(long timestampMs, ReadOnlySpan<byte> values)
    {
        _json.WriteStartObject();
        _json.WriteNumber("ts"u8, timestampMs);
        _json.WritePropertyName("values"u8);
        _json.WriteRawValue(values, skipInputValidation: true);
        _json.WriteEndObject();
    }

    /// <summary>Ends the payload; nothing may be added any more.</summary>
    public void Finish()
    {
        EndDevice();
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void EndDevice()
    {
        if (_inDevice) _json.WriteEndArray();
        _inDevice = false;
    }
}
