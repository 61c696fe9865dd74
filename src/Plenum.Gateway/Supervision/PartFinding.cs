namespace Plenum.Gateway.Supervision;

/// <summary>What a look of the watchdog found of a part.</summary>
/// <param name="Part">The part.</param>
/// <param name="IsStuck">Whether it counts as stuck now.</param>
/// <param name="Level">The colour of its silence.</param>
/// <param name="Silent">How long it has been silent.</param>
internal sealed record PartFinding(Part Part, bool IsStuck, HealthLevel Level, TimeSpan Silent);
