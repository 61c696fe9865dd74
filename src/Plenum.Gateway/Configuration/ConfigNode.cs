using System.Globalization;
using System.Text.Json;

namespace Plenum.Gateway.Configuration;

/// <summary>A JSON value that knows where it was written. It keeps its origin wherever a reader moves it, so a message always names the user's own line.</summary>
internal sealed class ConfigNode
{
    private const int LongestShown = 60;

    private ConfigNode(JsonValueKind kind, Origin origin, string text, IReadOnlyList<KeyValuePair<string, ConfigNode>> members, IReadOnlyList<ConfigNode> items) =>
        (Kind, Origin, Text, Members, Items) = (kind, origin, text, members, items);

    public JsonValueKind Kind { get; }

    public Origin Origin { get; }

    /// <summary>A string's text, a number's digits, <c>true</c>, <c>false</c>; empty for the rest.</summary>
    public string Text { get; }

    /// <summary>An object's members, each key once.</summary>
    public IReadOnlyList<KeyValuePair<string, ConfigNode>> Members { get; }

    /// <summary>A list's items.</summary>
    public IReadOnlyList<ConfigNode> Items { get; }

    /// <summary>Null, an empty text, object or list, or <c>false</c>: written, but saying nothing.</summary>
    public bool SaysNothing => Kind switch
    {
        JsonValueKind.Null or JsonValueKind.False => true,
        JsonValueKind.String => Text.Length == 0,
        JsonValueKind.Array => Items.Count == 0,
        JsonValueKind.Object => Members.Count == 0,
        _ => false,
    };

    /// <summary>The value as a message quotes it. Not for secrets.</summary>
    public string Shown => Kind switch
    {
        JsonValueKind.String => $"\"{(Text.Length <= LongestShown ? Text : Text[..LongestShown] + "…")}\"",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        _ => Text,
    };

    public ConfigNode? this[string key] => Members.FirstOrDefault(member => member.Key == key).Value;

    public static ConfigNode Scalar(JsonValueKind kind, Origin origin, string text = "") => new(kind, origin, text, [], []);

    public static ConfigNode Object(Origin origin, IReadOnlyList<KeyValuePair<string, ConfigNode>> members) => new(JsonValueKind.Object, origin, "", members, []);

    public static ConfigNode List(Origin origin, IReadOnlyList<ConfigNode> items) => new(JsonValueKind.Array, origin, "", [], items);

    /// <summary>This object with a member set to another value, in its place or at the end.</summary>
    public ConfigNode With(string key, ConfigNode value) => Object(Origin, this[key] is null
        ? [.. Members, new(key, value)]
        : [.. Members.Select(member => member.Key == key ? new(key, value) : member)]);

    /// <summary>This object without a member.</summary>
    public ConfigNode Without(string key) => Object(Origin, [.. Members.Where(member => member.Key != key)]);

    /// <summary>Reads a whole number, written as a number or as a text of one: the server's forms write both.</summary>
    public bool TryWhole(out long number)
    {
        number = 0;
        if (Kind is not (JsonValueKind.Number or JsonValueKind.String)) return false;
        if (long.TryParse(Text.AsSpan().Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)) return true;
        if (Kind != JsonValueKind.Number || !decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)) return false;
        if (exact != decimal.Truncate(exact) || Math.Abs(exact) > long.MaxValue) return false;
        number = (long)exact;
        return true;
    }
}
