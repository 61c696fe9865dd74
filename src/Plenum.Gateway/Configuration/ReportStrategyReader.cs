using System.Globalization;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Configuration;

/// <summary>Key <c>reportStrategy</c>, which a point, a device, a connector and the server's section can have: the narrowest counts.</summary>
internal static class ReportStrategyReader
{
    private const long DefaultPeriodMs = 10_000;
    private const long LongestPeriodMs = int.MaxValue;

    private static readonly Dictionary<string, ReportKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ON_RECEIVED"] = ReportKind.OnReceived,
        ["ON_CHANGE"] = ReportKind.OnChange,
        ["ON_REPORT_PERIOD"] = ReportKind.OnReportPeriod,
        ["ON_CHANGE_OR_REPORT_PERIOD"] = ReportKind.OnChangeOrReportPeriod,
        ["DISABLED"] = ReportKind.Disabled,
    };

    /// <summary>The strategy of a level; <paramref name="wider"/> if the level has none, or one that is not understood.</summary>
    public static ReportStrategy Read(Section level, ReportStrategy wider)
    {
        if (!level.Has("reportStrategy")) return wider;
        if (level.Take("reportStrategy") is { Kind: not System.Text.Json.JsonValueKind.Object } value)
        {
            level.Problems.Warn(value.Origin, $"this is {value.Shown}, the wider level's strategy is used", "write \"reportStrategy\": { \"type\": \"ON_CHANGE\" }");
            return wider;
        }
        using var section = level.Object("reportStrategy")!;
        section.Accept("ttl", "aggregationFunction", "reportStrategyDataCacheCleanupInterval");
        var period = TimeSpan.FromMilliseconds(section.Amount("reportPeriod", 1, LongestPeriodMs, DefaultPeriodMs));
        if (section.Text("type") is not { } type) return wider;
        if (Kinds.TryGetValue(type, out var kind)) return new(kind, HasPeriod(kind) ? period : TimeSpan.Zero);
        section.Problems.Warn(section.At("type"), $"\"{type}\" is not a report strategy, the wider level's is used",
            Nearest.Hint(type, Kinds.Keys, string.Create(CultureInfo.InvariantCulture, $"write one of {string.Join(", ", Kinds.Keys)}")));
        return wider;
    }

    private static bool HasPeriod(ReportKind kind) => kind is ReportKind.OnReportPeriod or ReportKind.OnChangeOrReportPeriod;
}
