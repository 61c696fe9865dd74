using System.Globalization;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Gateway.Configuration;

/// <summary>The instances that an <c>objectId</c> names: <c>1</c>, <c>"12"</c>, <c>"1-10"</c>, or a list of these.</summary>
internal static class ObjectIds
{
    /// <summary>More objects than any item means; a guard against a slip such as <c>1-4000000</c>.</summary>
    public const int Most = 10_000;

    /// <summary>Whether a text is <c>number-number</c>.</summary>
    public static bool IsRange(string text) => TryRange(text, out _, out _);

    /// <summary>Reads the instances in the order written, each once; empty after a problem.</summary>
    public static IReadOnlyList<uint> Read(ConfigNode written, Problems problems)
    {
        var instances = new List<uint>();
        var nodes = written.Kind == System.Text.Json.JsonValueKind.Array ? written.Items : [written];
        foreach (var node in nodes)
            if (!TryAdd(node, instances, problems)) return [];
        if (instances.Count == 0) problems.Error(written.Origin, "no object is named", "write an instance, as in \"objectId\": 1");
        return [.. instances.Distinct()];
    }

    private static bool TryAdd(ConfigNode node, List<uint> instances, Problems problems)
    {
        if (node.Text.Trim() == "*")
        {
            problems.NotYet(node.Origin, "\"*\" for every object of the type", "write the instances, as in \"1-10\" or [1, 2, \"5-9\"]");
            return false;
        }
        if (node.TryWhole(out var first)) return TryAddRange(node, first, first, instances, problems);
        if (TryRange(node.Text, out first, out var last)) return TryAddRange(node, first, last, instances, problems);
        problems.Error(node.Origin, $"{node.Shown} is not an object instance", $"write a whole number of 0 to {ObjectId.AnyInstance - 1}, a range as in \"1-10\", or a list of these");
        return false;
    }

    private static bool TryAddRange(ConfigNode node, long first, long last, List<uint> instances, Problems problems)
    {
        if (first < 0 || last >= ObjectId.AnyInstance)
            problems.Error(node.Origin, $"{node.Shown} is outside of 0 to {ObjectId.AnyInstance - 1}, which object instances are", "write the object's own instance");
        else if (first > last)
            problems.Error(node.Origin, $"{node.Shown} is a range that ends before it begins", $"write \"{last}-{first}\"");
        else if (instances.Count + (last - first) >= Most)
            problems.Error(node.Origin, $"{node.Shown} makes more than {Most} objects of one item", "write the range of the objects that the device has");
        else
        {
            for (var instance = first; instance <= last; instance++) instances.Add((uint)instance);
            return true;
        }
        return false;
    }

    private static bool TryRange(string text, out long first, out long last)
    {
        (first, last) = (0, 0);
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash > 0
            && long.TryParse(text.AsSpan(0, dash).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out first)
            && long.TryParse(text.AsSpan(dash + 1).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out last);
    }
}
