using System.Globalization;
using System.Text.Json;
using Plenum.Bacnet.Protocol.Types;
using Plenum.ThingsBoard.Payloads;

namespace Plenum.Gateway.Downlink;

/// <summary>Makes of a JSON value what a property takes: the property's type decides, not the value's look.</summary>
internal static class WritableValue
{
    /// <summary>The kind that a property takes; null where only the device can tell.</summary>
    public static BacnetKind? KindOf(PropertyReference target) => target.Property switch
    {
        PropertyId.PresentValue or PropertyId.RelinquishDefault => OfPresentValue(target.Object.Type),
        PropertyId.OutOfService => BacnetKind.Boolean,
        PropertyId.ObjectName or PropertyId.Description => BacnetKind.CharacterString,
        PropertyId.CovIncrement or PropertyId.HighLimit or PropertyId.LowLimit or PropertyId.Deadband => BacnetKind.Real,
        PropertyId.TimeDelay or PropertyId.NotificationClass => BacnetKind.Unsigned,
        _ => null,
    };

    /// <summary>The value, or what is wrong with it. JSON null, and the text "null", relinquish.</summary>
    public static (BacnetValue? Value, string? Problem) Make(BacnetKind kind, JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Null || IsText(json, "null")) return (BacnetValue.Null, null);
        var value = kind switch
        {
            BacnetKind.Boolean => Truth(json) is { } truth ? BacnetValue.Boolean(truth) : (BacnetValue?)null,
            BacnetKind.Enumerated => (Truth(json) is { } state ? state ? 1 : 0 : Whole(json)) is { } number and >= 0 and <= uint.MaxValue ? BacnetValue.Enumerated((uint)number) : null,
            BacnetKind.Unsigned => Whole(json) is { } number and >= 0 and <= ulong.MaxValue ? BacnetValue.Unsigned((ulong)number) : null,
            BacnetKind.Signed => Whole(json) is { } number and >= long.MinValue and <= long.MaxValue ? BacnetValue.Signed((long)number) : null,
            BacnetKind.Real => Number(json) is { } number && float.IsFinite((float)number) ? BacnetValue.Real((float)number) : null,
            BacnetKind.Double => Number(json) is { } number && double.IsFinite(number) ? BacnetValue.Double(number) : null,
            BacnetKind.CharacterString => Text(json) is { } text ? BacnetValue.CharacterString(text) : null,
            _ => null,
        };
        return value is null ? (null, $"{Shown(json)} is not a value for this property: it takes {Wanted(kind)}, or null to relinquish") : (value, null);
    }

    private static BacnetKind? OfPresentValue(ObjectType type) => type switch
    {
        ObjectType.AnalogInput or ObjectType.AnalogOutput or ObjectType.AnalogValue => BacnetKind.Real,
        ObjectType.BinaryInput or ObjectType.BinaryOutput or ObjectType.BinaryValue => BacnetKind.Enumerated,
        ObjectType.MultiStateInput or ObjectType.MultiStateOutput or ObjectType.MultiStateValue or ObjectType.PositiveIntegerValue => BacnetKind.Unsigned,
        ObjectType.IntegerValue => BacnetKind.Signed,
        ObjectType.LargeAnalogValue => BacnetKind.Double,
        ObjectType.CharacterstringValue => BacnetKind.CharacterString,
        _ => null,
    };

    private static bool? Truth(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => PayloadReader.TextOf(json)?.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "ACTIVE" or "ON" => true,
            "FALSE" or "INACTIVE" or "OFF" => false,
            _ => null,
        },
    };

    private static double? Number(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => json.GetDouble(),
        _ when double.TryParse(PayloadReader.TextOf(json), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>A whole number, all its digits kept: a double would round those beyond 2^53.</summary>
    private static decimal? Whole(JsonElement json)
    {
        var digits = json.ValueKind == JsonValueKind.Number ? json.GetRawText() : PayloadReader.TextOf(json);
        return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && decimal.IsInteger(number) ? number : null;
    }

    /// <summary>A text as it is; of anything else that there is, its JSON.</summary>
    private static string? Text(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => PayloadReader.TextOf(json),
        JsonValueKind.Undefined => null,
        _ => json.GetRawText(),
    };

    private static bool IsText(JsonElement json, string text) => string.Equals(PayloadReader.TextOf(json)?.Trim(), text, StringComparison.OrdinalIgnoreCase);

    private static string Shown(JsonElement json) => json.ValueKind == JsonValueKind.Undefined ? "nothing" : json.GetRawText();

    private static string Wanted(BacnetKind kind) => kind switch
    {
        BacnetKind.Boolean => "true or false",
        BacnetKind.Enumerated => "a whole number, true (active) or false (inactive)",
        BacnetKind.Unsigned => "a whole number from 0",
        BacnetKind.Signed => "a whole number",
        BacnetKind.Real or BacnetKind.Double => "a number",
        BacnetKind.CharacterString => "a text",
        _ => "a type that cannot be written from the server yet",
    };
}
