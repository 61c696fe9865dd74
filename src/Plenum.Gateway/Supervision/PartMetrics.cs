using System.Diagnostics.Metrics;

namespace Plenum.Gateway.Supervision;

/// <summary>What parts do, as metrics of the meter <c>Plenum</c>. Each change is counted where it is logged.</summary>
internal static class PartMetrics
{
    private static readonly Meter Meter = new("Plenum");

    private static readonly Counter<long> Transitions = Meter.CreateCounter<long>("plenum.part.transitions", "{transition}",
        "Changes of a part: into a state (running, restarting, failed, stuck, stopped), or of its colour (ok, yellow, red)");

    private static readonly Counter<long> Restarts = Meter.CreateCounter<long>("plenum.part.restarts", "{restart}", "Restarts of a part that failed");

    /// <summary>A part has changed.</summary>
    /// <param name="part">Its name.</param>
    /// <param name="state">What it is now: one of eight words.</param>
    public static void Changed(string part, string state) => Transitions.Add(1, new("part", part), new("state", state));

    /// <summary>A part is started again.</summary>
    public static void Restarted(string part) => Restarts.Add(1, new KeyValuePair<string, object?>("part", part));
}
