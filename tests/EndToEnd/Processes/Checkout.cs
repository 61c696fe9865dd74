namespace EndToEnd.Tests.Processes;

/// <summary>The repository that these tests were built from.</summary>
public static class Checkout
{
    /// <summary>The folder of <c>Plenum.slnx</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path inside it.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Plenum.slnx"))) return folder.FullName;
        throw new InvalidOperationException($"No Plenum.slnx above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
