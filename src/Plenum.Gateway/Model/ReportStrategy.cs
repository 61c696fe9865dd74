namespace Plenum.Gateway.Model;

/// <summary>When a value that was read is sent on.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Period">For the rules with a period: how often, at most, an unchanged value is sent.</param>
/// <param name="Tolerance">Numbers closer than this are unchanged.</param>
public sealed record ReportStrategy(ReportKind Kind, TimeSpan Period, double Tolerance = 0.001)
{
    /// <summary>Every value that is read is sent.</summary>
    public static ReportStrategy OnReceived { get; } = new(ReportKind.OnReceived, TimeSpan.Zero);
}

/// <summary>The rules of <see cref="ReportStrategy"/>, by the configuration's names.</summary>
public enum ReportKind : byte
{
    /// <summary><c>ON_RECEIVED</c>: every value that is read.</summary>
    OnReceived,
    /// <summary><c>ON_CHANGE</c>: a value that differs from the last one sent.</summary>
    OnChange,
    /// <summary><c>ON_REPORT_PERIOD</c>: the newest value once a period.</summary>
    OnReportPeriod,
    /// <summary><c>ON_CHANGE_OR_REPORT_PERIOD</c>: a value that differs, and the newest one once a period.</summary>
    OnChangeOrReportPeriod,
    /// <summary><c>DISABLED</c>: as <see cref="OnReceived"/>, whatever a wider level says.</summary>
    Disabled,
}
