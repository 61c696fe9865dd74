namespace Plenum.Gateway.Supervision;

/// <summary>How all parts are, at one moment.</summary>
/// <param name="Parts">Each part, by name.</param>
public sealed record HealthBoard(IReadOnlyList<PartHealth> Parts)
{
    /// <summary>The worst colour of all parts: one red part makes the whole red.</summary>
    public HealthLevel Overall => Parts.Count == 0 ? HealthLevel.Ok : Parts.Max(part => part.Level);
}
