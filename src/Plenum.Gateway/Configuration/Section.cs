using System.Text.Json;

namespace Plenum.Gateway.Configuration;

/// <summary>
/// An object of the configuration while it is read. It remembers which keys were asked for; disposing it reports the
/// others as unknown, each with the known key that is nearest.
/// </summary>
/// <remarks>Two kinds of wrong value: one that says <i>what</i> or <i>where</i> is an error; one that says <i>how often</i> or
/// <i>how much</i> is a warning, and its default is used.</remarks>
internal sealed partial class Section(ConfigNode node, Problems problems) : IDisposable
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public Origin Origin => node.Origin;

    public Problems Problems => problems;

    /// <summary>A section from a value that has to be an object; null, with an error, if it is not.</summary>
    public static Section? From(ConfigNode node, Problems problems)
    {
        if (node.Kind == JsonValueKind.Object) return new(node, problems);
        problems.Error(node.Origin, $"this is {node.Shown}", "write an object: { … }");
        return null;
    }

    /// <summary>The value of a key; null if the key is not there or holds null.</summary>
    public ConfigNode? Take(string key)
    {
        _known.Add(key);
        return node[key] is { Kind: not JsonValueKind.Null } value ? value : null;
    }

    /// <summary>Keys that are known and have no effect here.</summary>
    public void Accept(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys) _known.Add(key);
    }

    /// <summary>A key that will have an effect one day: a warning if it says anything.</summary>
    public void NotYet(string key, string meanwhile)
    {
        if (Take(key) is { SaysNothing: false } value) problems.Warn(value.Origin, $"not supported yet: \"{key}\" has no effect", meanwhile);
    }

    /// <summary>Whether a key is there and says anything.</summary>
    public bool Has(string key) => Take(key) is { SaysNothing: false };

    /// <summary>The place of a key, whether it is there or not.</summary>
    public Origin At(string key) => node[key]?.Origin ?? Origin.Missing(key);

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Dispose()
    {
        foreach (var (key, value) in node.Members)
            if (!_known.Contains(key))
                problems.Warn(value.Origin, $"unknown key \"{key}\", ignored", Nearest.Hint(key, _known, "remove it"));
    }
}
