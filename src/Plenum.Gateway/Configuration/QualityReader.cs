using System.Text.Json;

namespace Plenum.Gateway.Configuration;

/// <summary>Key <c>quality</c>, which a connector, a device and a point can have: the narrowest counts.</summary>
internal static class QualityReader
{
    private static readonly string[] Modes = ["send", "mark", "withhold"];

    /// <summary>The level's own mode; <paramref name="wider"/> if it has none, or one that is not understood.</summary>
    public static QualityMode Mode(Section level, QualityMode wider)
    {
        if (level.Take("quality") is not { SaysNothing: false } value) return wider;
        if (value.Kind == JsonValueKind.String && Array.IndexOf(Modes, value.Text.ToLowerInvariant()) is >= 0 and var mode) return (QualityMode)mode;
        level.Problems.Warn(value.Origin, $"{value.Shown} is neither \"send\", \"mark\" nor \"withhold\", the wider level's is used", Nearest.Hint(value.Text, Modes, "write \"quality\": \"mark\""));
        return wider;
    }
}
