namespace Plenum.Fuzz.Targets;

/// <summary>Every target by name.</summary>
internal static class AllTargets
{
    public static IReadOnlyList<Target> List { get; } =
        [.. HeaderTargets.All.Concat(ValueTargets.All).Concat(MessageTargets.All).Concat(SegmentTargets.All).Concat(FoundTargets.All).OrderBy(target => target.Name, StringComparer.Ordinal)];

    public static Target? Find(string name) => List.FirstOrDefault(target => target.Name == name);
}
