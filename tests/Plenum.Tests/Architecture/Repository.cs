namespace Plenum.Tests.Architecture;

/// <summary>The checked-out sources, found from where the tests run.</summary>
internal static class Repository
{
    /// <summary>The folder of <c>Plenum.slnx</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every C# file under <c>src/</c>, parsed once.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(path => SourceFile.Parse(Path.GetRelativePath(Root, path), File.ReadAllText(path)))
            .OrderBy(source => source.Path, StringComparer.Ordinal)];

    /// <summary>Every project file under <c>src/</c>.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Plenum.slnx"))) return folder.FullName;
        throw new InvalidOperationException($"No Plenum.slnx above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
