using System.Globalization;

namespace Plenum.Bacnet.Simulator.Faults;

/// <summary>Durations as people write them: a number and its unit, as in <c>500ms</c>, <c>1.5s</c>, <c>2m</c>, <c>1h</c>, <c>3d</c>; a plain 0 needs no unit.</summary>
public static class DurationText
{
    /// <summary>How a duration is written, for messages.</summary>
    public const string Cure = "write a number and its unit, as in 500ms, 10s, 2m or 1h";

    private const double MostDays = 24;   // a timer takes 2^31 ms, and no more

    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),   // before "s", which it ends in
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)),
        ("d", TimeSpan.FromDays(1)),
    ];

    /// <summary>Reads a duration of 0 to 24 days.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan duration)
    {
        duration = default;
        text = text.Trim();
        if (text is "0") return true;
        foreach (var (unit, length) in Units)
        {
            if (!text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) continue;
            if (!double.TryParse(text[..^unit.Length].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return false;
            if (!(number * length.TotalDays <= MostDays)) return false;   // false for NaN too
            duration = length * number;
            return true;
        }
        return false;
    }
}
