namespace Plenum.Tests.Architecture;

/// <summary>Asserts that a checker found nothing, and otherwise shows all of it, uncut.</summary>
internal static class Nothing
{
    public static void In(IEnumerable<string> findings)
    {
        var all = findings.ToList();
        if (all.Count > 0) Assert.Fail($"{all.Count} found:\n  " + string.Join("\n  ", all));
    }
}
