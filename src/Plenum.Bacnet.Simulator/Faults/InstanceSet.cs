using System.Globalization;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Simulator.Faults;

/// <summary>Some devices, by their instances: <c>1003</c>, <c>1000-1010</c>, several of these with commas between, or <c>*</c> for all.</summary>
public sealed record InstanceSet
{
    /// <summary>How a set is written, for messages.</summary>
    public const string Cure = "write instances and ranges of 0..4194302 with commas between, as in 1003,1010-1020, or * for all";

    private const uint MostInstance = ObjectId.AnyInstance - 1;

    private readonly (uint First, uint Last)[] _ranges;

    private InstanceSet((uint, uint)[] ranges) => _ranges = ranges;

    /// <summary>No device.</summary>
    public static InstanceSet None { get; } = new([]);

    /// <summary>Every device.</summary>
    public static InstanceSet All { get; } = new([(0, MostInstance)]);

    /// <summary>Whether a device is among them.</summary>
    public bool Contains(uint instance)
    {
        foreach (var (first, last) in _ranges)
            if (instance >= first && instance <= last) return true;
        return false;
    }

    /// <summary>Reads a set; an empty text is <see cref="None"/>.</summary>
    public static bool TryParse(string text, out InstanceSet set)
    {
        set = None;
        if (text.Trim() is "*")
        {
            set = All;
            return true;
        }
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var ranges = new (uint First, uint Last)[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (!TryParseRange(parts[i], out ranges[i])) return false;
        set = new(ranges);
        return true;
    }

    /// <summary>What <see cref="TryParse"/> reads.</summary>
    public override string ToString() => this == All ? "*" : string.Join(',', _ranges.Select(range => range.First == range.Last ? $"{range.First}" : $"{range.First}-{range.Last}"));

    private static bool TryParseRange(string text, out (uint First, uint Last) range)
    {
        range = default;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (!TryParseInstance(dash < 0 ? text : text[..dash], out var first)) return false;
        var last = first;
        if (dash >= 0 && !TryParseInstance(text[(dash + 1)..], out last)) return false;
        range = (first, last);
        return first <= last;
    }

    private static bool TryParseInstance(string text, out uint instance) =>
        uint.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out instance) && instance <= MostInstance;
}
