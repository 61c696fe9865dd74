using System.Buffers;
using System.Text.Json;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Gateway.Downlink;

/// <summary>What the server is answered, as JSON: <c>{"result":{"value":21.5}}</c>, or <c>{"result":{"error":"…"}}</c>, with <c>"code":408</c> beside it when the device did not answer in time.</summary>
internal static class CommandReply
{
    public static ReadOnlyMemory<byte> Of(CommandOutcome outcome) => Write(json =>
    {
        json.WriteStartObject("result"u8);
        if (outcome.Problem is null) WriteValue(json, outcome.Value);
        else json.WriteString("error"u8, outcome.Problem);
        json.WriteEndObject();
        if (outcome.IsLate) json.WriteNumber("code"u8, 408);
    });

    public static ReadOnlyMemory<byte> Error(string problem) => Of(CommandOutcome.Refused(problem));

    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    private static void WriteValue(Utf8JsonWriter json, BacnetValue value)
    {
        json.WritePropertyName("value"u8);
        if (value.Kind == BacnetKind.Null) json.WriteNullValue();
        else if (value.Kind == BacnetKind.Boolean) json.WriteBooleanValue(value.AsBoolean);
        else if (value.Kind == BacnetKind.Unsigned) json.WriteNumberValue(value.AsUnsigned);
        else if (value.Kind == BacnetKind.Signed) json.WriteNumberValue(value.AsSigned);
        else if (value.Kind == BacnetKind.Real && float.IsFinite(value.AsReal)) json.WriteNumberValue(value.AsReal);
        else if (value.ToNumber() is { } number && double.IsFinite(number)) json.WriteNumberValue(number);
        else json.WriteStringValue(value.ToString());
    }
}
