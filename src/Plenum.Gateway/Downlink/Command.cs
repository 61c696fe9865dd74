using System.Text.Json;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Configuration;
using Plenum.ThingsBoard.Payloads;

namespace Plenum.Gateway.Downlink;

/// <summary>Something that the server wants done: a property read or written.</summary>
/// <param name="Target">The property.</param>
/// <param name="Writes">Whether it is written; else it is read.</param>
/// <param name="Value">The value to write, as the server sent it.</param>
/// <param name="Priority">The priority to write at, 1..16; null leaves it to the device.</param>
/// <param name="Timeout">How long the server waits.</param>
internal sealed record Command(PropertyReference Target, bool Writes, JsonElement Value, byte? Priority, TimeSpan Timeout)
{
    public static Command Of(RpcPlan plan, JsonElement parameters) =>
        new(new(plan.Object, plan.Property), plan.Writes, parameters, plan.Priority, plan.Timeout);
}

/// <summary>Reads the reserved procedures <c>get</c> and <c>set</c>: <c>objectType=analogOutput;objectId=1;propertyId=presentValue;priority=8;value=21.5;</c>.</summary>
internal static class ReservedCommand
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public static bool IsReserved(string method) => method is "get" or "set";

    /// <summary>The command, or what is wrong with the parameters.</summary>
    public static (Command? Command, string? Problem) Parse(string method, JsonElement parameters)
    {
        if (PayloadReader.TextOf(parameters) is not { } text) return (null, $"{method} wants its parameters as one text: {Form(method)}");
        var fields = Fields(text);
        if (!EnumNames<ObjectType>.TryParse(fields.GetValueOrDefault("objectType"), out var type) || (uint)type > 1023)
            return (null, $"objectType \"{fields.GetValueOrDefault("objectType")}\" is not an object type: write {Form(method)}");
        if (!uint.TryParse(fields.GetValueOrDefault("objectId"), out var instance) || instance > ObjectId.AnyInstance)
            return (null, $"objectId \"{fields.GetValueOrDefault("objectId")}\" is not an instance of 0..{ObjectId.AnyInstance}: write {Form(method)}");
        if (!EnumNames<PropertyId>.TryParse(fields.GetValueOrDefault("propertyId"), out var property))
            return (null, $"propertyId \"{fields.GetValueOrDefault("propertyId")}\" is not a property: write {Form(method)}");
        if (!TryOptional(fields, "arrayIndex", uint.MaxValue, out var index)) return (null, "arrayIndex is not a number");
        if (!TryOptional(fields, "priority", 16, out var priority) || priority == 0) return (null, "priority is not 1..16");
        var writes = method == "set";
        if (writes && !fields.ContainsKey("value")) return (null, $"value is missing: write {Form(method)}");
        return (new(new(new(type, instance), property, index), writes, writes ? Json(fields["value"]) : default, (byte?)priority, Timeout), null);
    }

    private static string Form(string method) => method == "get"
        ? "objectType=analogInput;objectId=1;propertyId=presentValue;"
        : "objectType=analogOutput;objectId=1;propertyId=presentValue;priority=8;value=21.5;";

    /// <summary>The value comes last and may hold anything, semicolons too.</summary>
    private static Dictionary<string, string> Fields(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = text.Trim();
        while (rest.Length > 0)
        {
            var equals = rest.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0) break;
            var name = rest[..equals].Trim();
            rest = rest[(equals + 1)..];
            var end = name == "value" ? rest.Length - (rest.EndsWith(';') ? 1 : 0) : rest.IndexOf(';', StringComparison.Ordinal);
            if (end < 0) end = rest.Length;
            fields[name] = rest[..end].Trim();
            rest = end < rest.Length ? rest[(end + 1)..] : "";
        }
        return fields;
    }

    private static bool TryOptional(Dictionary<string, string> fields, string name, uint most, out uint? number)
    {
        number = null;
        if (!fields.TryGetValue(name, out var text)) return true;
        if (!uint.TryParse(text, out var value) || value > most) return false;
        number = value;
        return true;
    }

    private static JsonElement Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            using var document = JsonDocument.Parse($"\"{JsonEncodedText.Encode(text)}\"");   // a text without quotes is a text
            return document.RootElement.Clone();
        }
    }
}
