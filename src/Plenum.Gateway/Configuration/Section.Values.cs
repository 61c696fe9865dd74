using System.Text.Json;

namespace Plenum.Gateway.Configuration;

/// <content>Values by type.</content>
internal sealed partial class Section
{
    /// <summary>A text; null if it is not there or empty. A number is taken by its digits. The value is never quoted: it may be a secret.</summary>
    public string? Text(string key)
    {
        switch (Take(key))
        {
            case null: return null;
            case { Kind: JsonValueKind.String or JsonValueKind.Number } value when !value.Text.Contains('\0', StringComparison.Ordinal):
                return value.Text.Length == 0 ? null : value.Text;
            case { Kind: JsonValueKind.String } value:
                problems.Error(value.Origin, $"\"{key}\" has a character with the code 0 in it", "remove it: neither a name nor a path can have one");
                return null;
            case var value:
                problems.Error(value.Origin, $"\"{key}\" is not a text", $"write \"{key}\": \"…\"");
                return null;
        }
    }

    /// <summary>A text that has to be there.</summary>
    /// <param name="example">What it could be, quoted in the error.</param>
    public string? RequiredText(string key, string example)
    {
        if (Take(key) is null or { Kind: JsonValueKind.String, Text.Length: 0 }) problems.Error(At(key), $"\"{key}\" is missing", $"write \"{key}\": \"{example}\"");
        return Text(key);
    }

    /// <summary>A whole number that says what or where: an error if it is not one of <paramref name="least"/>..<paramref name="most"/>; null then, or if it is not there.</summary>
    /// <param name="example">What it usually is, quoted in the error.</param>
    public long? Whole(string key, long least, long most, long example)
    {
        if (Take(key) is not { SaysNothing: false } value) return null;
        if (value.TryWhole(out var number) && number >= least && number <= most) return number;
        problems.Error(value.Origin, $"{value.Shown} is not a whole number of {least} to {most}", Write(value, key, $"{example}"));
        return null;
    }

    /// <summary>A whole number that says how often or how much: a warning and the default if it is not one of <paramref name="least"/>..<paramref name="most"/>.</summary>
    public long Amount(string key, long least, long most, long otherwise)
    {
        if (Take(key) is not { } value) return otherwise;
        if (value.TryWhole(out var number) && number >= least && number <= most) return number;
        problems.Warn(value.Origin, $"{value.Shown} is not a whole number of {least} to {most}, {otherwise} is used", Write(value, key, $"{otherwise}"));
        return otherwise;
    }

    /// <summary><c>true</c> or <c>false</c>, also as a text; a warning and the default if it is neither.</summary>
    public bool Flag(string key, bool otherwise)
    {
        if (Take(key) is not { } value) return otherwise;
        if (bool.TryParse(value.Text, out var flag)) return flag;
        problems.Warn(value.Origin, $"{value.Shown} is neither true nor false, {(otherwise ? "true" : "false")} is used", $"write \"{key}\": true or \"{key}\": false");
        return otherwise;
    }

    /// <summary>An object; null if it is not there, with an error if it is something else.</summary>
    public Section? Object(string key) => Take(key) is { } value ? From(value, problems) : null;

    /// <summary>A list; empty if it is not there. Something else costs the list, not what holds it.</summary>
    public IReadOnlyList<ConfigNode> List(string key)
    {
        if (Take(key) is not { } value) return [];
        if (value.Kind == JsonValueKind.Array) return value.Items;
        return problems.Item<IReadOnlyList<ConfigNode>>("list", value.Origin, scope =>
        {
            if (value is { Kind: JsonValueKind.String, Text: "*" })
                scope.NotYet(value.Origin, "\"*\" for every object of the device", $"write the objects, as in \"{key}\": [{{ \"key\": \"…\", \"objectType\": \"analogInput\", \"objectId\": \"1-10\", \"propertyId\": \"presentValue\" }}]");
            else
                scope.Error(value.Origin, $"this is {value.Shown}", $"write a list: \"{key}\": [ … ]");
            return null;
        }) ?? [];
    }

    /// <summary>How to mend a value where it was set.</summary>
    private static string Write(ConfigNode value, string key, string example) =>
        value.Origin.File == Origin.Environment ? $"set {value.Origin.Path}={example}" : $"write \"{key}\": {example}, or another number in that range";
}
