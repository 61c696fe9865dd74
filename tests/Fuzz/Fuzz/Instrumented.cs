using SharpFuzz;

namespace Plenum.Fuzz;

/// <summary>A copy of this program whose code under test counts its branches.</summary>
internal static class Instrumented
{
    private static readonly string[] UnderTest = ["Plenum.Bacnet.Protocol.dll"];

    /// <summary>Makes the copy anew.</summary>
    /// <returns>The program to start with <c>dotnet</c>.</returns>
    public static string Copy(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        foreach (var library in UnderTest) Fuzzer.Instrument(Path.Combine(folder, library), _ => true, SharpFuzz.Options.Value);
        return Path.Combine(folder, Path.GetFileName(typeof(Instrumented).Assembly.Location));
    }
}
