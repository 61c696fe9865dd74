using System.Text.Json;

namespace Plenum.Gateway.Configuration;

/// <summary>Keys <c>cov</c>, which a connector, a device and a point can have, the narrowest counts, and <c>covPollPeriod</c>, which a connector and a device can have.</summary>
internal static class CovReader
{
    private const long DefaultPeriodMs = 300_000;

    /// <summary>The level's own mode; <paramref name="wider"/> if it has none, or one that is not understood.</summary>
    public static CovMode Mode(Section level, CovMode wider)
    {
        if (level.Take("cov") is not { SaysNothing: false } value) return wider;
        switch (value.Kind, value.Text.ToUpperInvariant())
        {
            case (JsonValueKind.String, "AUTO"): return CovMode.Auto;
            case (JsonValueKind.String, "ON") or (JsonValueKind.True, _): return CovMode.On;
            case (JsonValueKind.String, "OFF") or (JsonValueKind.False, _): return CovMode.Off;
            default:
                level.Problems.Warn(value.Origin, $"{value.Shown} is neither \"auto\", \"on\" nor \"off\", the wider level's is used", "write \"cov\": \"auto\"");
                return wider;
        }
    }

    /// <summary>How often points whose changes are told are read all the same.</summary>
    public static TimeSpan Period(Section level, TimeSpan? wider) =>
        TimeSpan.FromMilliseconds(level.Amount("covPollPeriod", 1000, int.MaxValue, (long)(wider?.TotalMilliseconds ?? DefaultPeriodMs)));
}

/// <summary>What a level leaves to the narrower ones.</summary>
internal readonly record struct CovDefaults(CovMode Mode, TimeSpan Period);
