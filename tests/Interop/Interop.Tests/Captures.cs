namespace Interop.Tests;

/// <summary>Captures of other people's devices, which are not a part of this repository.</summary>
internal static class Captures
{
    private const string Variable = "PLENUM_PCAPS";

    /// <summary>The folder that the variable names, else <c>shared/pcaps</c> beside the checkout; null where there is none.</summary>
    public static string? Folder { get; } = new[] { Environment.GetEnvironmentVariable(Variable), Beside() }.FirstOrDefault(Directory.Exists);

    /// <summary>Why a capture cannot be read; null when it can.</summary>
    public static string? Obstacle(string name) =>
        Folder is null ? $"no folder with captures: {Variable} names none, and there is no ../shared/pcaps"
        : File.Exists(Path.Combine(Folder, name)) ? null
        : $"{name} is not in {Folder}";

    private static string? Beside()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Plenum.slnx"))) folder = folder.Parent;
        return folder is null ? null : Path.Combine(folder.FullName, "..", "shared", "pcaps");
    }
}
