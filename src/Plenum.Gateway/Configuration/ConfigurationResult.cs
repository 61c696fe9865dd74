namespace Plenum.Gateway.Configuration;

/// <summary>What reading the configuration gave: as much of a plan as is right, and everything that is not, at once.</summary>
/// <param name="Plan">What to do; null if an error outside of any item leaves nothing to do, or nothing to do it with.</param>
/// <param name="Problems">By file, line and column.</param>
/// <param name="LeftOut">The connectors, devices, points and writes that are configured and not in the plan.</param>
public sealed record ConfigurationResult(Plan? Plan, IReadOnlyList<Problem> Problems, IReadOnlyList<LeftOutItem> LeftOut)
{
    /// <summary>Whether anything is a mistake, though the rest of the plan may be good.</summary>
    public bool HasErrors => Problems.Any(problem => problem.Severity == ProblemSeverity.Error);
}
