using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plenum.ThingsBoard.Payloads;

/// <summary>Writes the small payloads of the gateway API; those with many values are written by <see cref="TelemetryWriter"/> and <see cref="AttributesWriter"/>.</summary>
public static class PayloadWriter
{
    /// <summary>How every payload is written: compact, and with letters of all languages as they are.</summary>
    internal static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>{"device":"D","type":"P"}</c> for <see cref="Topics.Connect"/>.</summary>
    public static byte[] Connect(string device, string profile) => Write((device, profile), static (json, it) =>
    {
        json.WriteString("device"u8, it.device);
        json.WriteString("type"u8, it.profile);
    });

    /// <summary><c>{"device":"D"}</c> for <see cref="Topics.Disconnect"/>.</summary>
    public static byte[] Disconnect(string device) => Write(device, static (json, it) => json.WriteString("device"u8, it));

    /// <summary><c>{"D":{"connectorType":"bacnet","connectorName":"BACnet","plenumStatus":"online","plenumStatusSince":1767225600000,"plenumStatusWhy":"answers"}}</c> for <see cref="Topics.Attributes"/>: who reads a device, and how it does.</summary>
    /// <param name="connector">Who reads it; null to leave that out.</param>
    /// <param name="status">How it does, since when (milliseconds since 1970-01-01 UTC) and why; null to leave that out.</param>
    public static byte[] DeviceAttributes(string device, (string Type, string Name)? connector, (string Text, long SinceMs, string Why)? status) => Write((device, connector, status), static (json, it) =>
    {
        json.WriteStartObject(it.device);
        if (it.connector is { } connector)
        {
            json.WriteString("connectorType"u8, connector.Type);
            json.WriteString("connectorName"u8, connector.Name);
        }
        if (it.status is { } status)
        {
            json.WriteString("plenumStatus"u8, status.Text);
            json.WriteNumber("plenumStatusSince"u8, status.SinceMs);
            json.WriteString("plenumStatusWhy"u8, status.Why);
        }
        json.WriteEndObject();
    });

    /// <summary><c>{"device":"D","id":1,"data":…}</c> for <see cref="Topics.Rpc"/>.</summary>
    /// <param name="result">The answer, any JSON value.</param>
    public static byte[] RpcReply(DeviceRpc call, ReadOnlyMemory<byte> result) => Write((call, result), static (json, it) =>
    {
        json.WriteString("device"u8, it.call.Device);
        json.WriteNumber("id"u8, it.call.Id);
        json.WritePropertyName("data"u8);
        json.WriteRawValue(it.result.Span);
    });

    /// <summary><c>{"keys":["k"],"device":"D","client":false,"id":1}</c> for <see cref="Topics.AttributesRequest"/>: shared attributes.</summary>
    public static byte[] SharedAttributesRequest(long id, string device, IReadOnlyList<string> keys) => Write((id, device, keys), static (json, it) =>
    {
        json.WriteStartArray("keys"u8);
        foreach (var key in it.keys) json.WriteStringValue(key);
        json.WriteEndArray();
        json.WriteString("device"u8, it.device);
        json.WriteBoolean("client"u8, false);
        json.WriteNumber("id"u8, it.id);
    });

    /// <summary><c>{"method":"getSessionLimits","params":{"timeout":5000}}</c> for <see cref="Topics.OwnRpcRequest"/>.</summary>
    /// <param name="timeout">How long the server may take; written in milliseconds.</param>
    public static byte[] SessionLimitsRequest(TimeSpan timeout) => Write(timeout, static (json, it) =>
    {
        json.WriteString("method"u8, "getSessionLimits"u8);
        json.WriteStartObject("params"u8);
        json.WriteNumber("timeout"u8, (long)it.TotalMilliseconds);
        json.WriteEndObject();
    });

    private static byte[] Write<T>(T content, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        write(json, content);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
