using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Plenum.ThingsBoard.Payloads;

/// <summary>Reads what the server sends. A payload that cannot be understood is an error value, never an exception.</summary>
public static class PayloadReader
{
    /// <summary>Reads a call on <see cref="Topics.Rpc"/>: <c>{"device":"D","data":{"id":1,"method":"m","params":…}}</c>.</summary>
    public static bool TryReadDeviceRpc(ReadOnlySequence<byte> payload, [NotNullWhen(true)] out DeviceRpc? call, out PayloadError error)
    {
        call = null;
        if (!TryParse(payload, out var root, out error) ||
            !TryText(root, "", "device", out var device, out error) ||
            !TryObject(root, "", "data", out var data, out error) ||
            !TryNumber(data, "data.", "id", out var id, out error) ||
            !TryText(data, "data.", "method", out var method, out error)) return false;
        call = new(device, id, method, Optional(data, "params") ?? default);
        return true;
    }

    /// <summary>Reads a call on <see cref="Topics.OwnRpcRequest"/>, whose number <paramref name="id"/> is in the topic: <c>{"method":"m","params":…}</c>.</summary>
    public static bool TryReadGatewayRpc(long id, ReadOnlySequence<byte> payload, [NotNullWhen(true)] out GatewayRpc? call, out PayloadError error)
    {
        call = null;
        if (!TryParse(payload, out var root, out error) || !TryText(root, "", "method", out var method, out error)) return false;
        call = new(id, method, Optional(root, "params") ?? default);
        return true;
    }

    /// <summary>Reads changed shared attributes on <see cref="Topics.Attributes"/>: <c>{"device":"D","data":{"k":v}}</c>.</summary>
    public static bool TryReadDeviceAttributes(ReadOnlySequence<byte> payload, [NotNullWhen(true)] out DeviceAttributes? update, out PayloadError error)
    {
        update = null;
        if (!TryParse(payload, out var root, out error) ||
            !TryText(root, "", "device", out var device, out error) ||
            !TryObject(root, "", "data", out var data, out error)) return false;
        update = new(device, data);
        return true;
    }

    /// <summary>Reads an answer on <see cref="Topics.AttributesResponse"/>: <c>{"id":1,"device":"D","values":{"k":v}}</c>, or <c>"value":v</c> when one key was asked for.</summary>
    public static bool TryReadAttributesReply(ReadOnlySequence<byte> payload, [NotNullWhen(true)] out AttributesReply? reply, out PayloadError error)
    {
        reply = null;
        if (!TryParse(payload, out var root, out error) ||
            !TryNumber(root, "", "id", out var id, out error) ||
            !TryText(root, "", "device", out var device, out error)) return false;
        var value = Optional(root, "value");
        JsonElement values = default;
        if (value is null && !TryObject(root, "", "values", out values, out error)) return false;
        reply = new(id, device, value is null ? values : null, value);
        return true;
    }

    /// <summary>Reads any JSON object, for example the gateway's own shared attributes.</summary>
    public static bool TryReadObject(ReadOnlySequence<byte> payload, out JsonElement values, out PayloadError error) =>
        TryParse(payload, out values, out error);

    /// <summary>The text of a JSON string; null for anything else, also for a string that is not valid Unicode.</summary>
    public static string? TextOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String) return null;
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException) // half of a surrogate pair, or bytes that are no UTF-8
        {
            return null;
        }
    }

    private static bool TryParse(ReadOnlySequence<byte> payload, out JsonElement root, out PayloadError error)
    {
        (root, error) = (default, default);
        try
        {
            using var document = JsonDocument.Parse(payload);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                root = document.RootElement.Clone();
                return true;
            }
            error = new("$", $"is {document.RootElement.ValueKind}, not an object");
        }
        catch (JsonException problem)
        {
            error = new($"byte {problem.BytePositionInLine ?? 0} of line {(problem.LineNumber ?? 0) + 1}", "is not JSON");
        }
        return false;
    }

    private static bool TryText(JsonElement parent, string path, string name, [NotNullWhen(true)] out string? text, out PayloadError error)
    {
        text = Optional(parent, name) is { } element ? TextOf(element) : null;
        error = text is null ? new(path + name, "must be a text") : default;
        return text is not null;
    }

    private static bool TryNumber(JsonElement parent, string path, string name, out long number, out PayloadError error)
    {
        number = 0;
        var found = Optional(parent, name) is { ValueKind: JsonValueKind.Number } element && element.TryGetInt64(out number);
        error = found ? default : new(path + name, "must be a whole number");
        return found;
    }

    private static bool TryObject(JsonElement parent, string path, string name, out JsonElement child, out PayloadError error)
    {
        child = Optional(parent, name) ?? default;
        error = child.ValueKind == JsonValueKind.Object ? default : new(path + name, "must be an object");
        return child.ValueKind == JsonValueKind.Object;
    }

    private static JsonElement? Optional(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var element) ? element : null;
}
