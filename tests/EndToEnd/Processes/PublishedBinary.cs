using System.Runtime.InteropServices;

namespace EndToEnd.Tests.Processes;

/// <summary>The native binary as it is shipped: the one that <c>PLENUM_BINARY</c> names, else published once from this checkout.</summary>
public static class PublishedBinary
{
    private static readonly Lazy<Task<string>> Path = new(FindOrPublishAsync);

    /// <summary>Its path; native libraries lie beside it.</summary>
    public static Task<string> PathAsync => Path.Value;

    private static async Task<string> FindOrPublishAsync()
    {
        if (Environment.GetEnvironmentVariable("PLENUM_BINARY") is { Length: > 0 } named)
            return File.Exists(named) ? named : throw new FileNotFoundException($"PLENUM_BINARY names {named}, which is not there. Publish it, or unset the variable to have it published here.");
        var runtime = RuntimeInformation.RuntimeIdentifier.StartsWith("linux", StringComparison.Ordinal)
            ? "linux-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant() : RuntimeInformation.RuntimeIdentifier;
        List<string> arguments = ["publish", Checkout.At("src", "Plenum"), "--configuration", "Release", "--runtime", runtime, "--nologo", "--disable-build-servers", "-p:TreatWarningsAsErrors=false"];
        if (Tool.Find("clang") is null) arguments.Add("-p:CppCompilerAndLinker=gcc");
        (await Tool.RunAsync("dotnet", arguments, most: TimeSpan.FromMinutes(10))).Checked();
        return Checkout.At("artifacts", "publish", "Plenum", "release_" + runtime, "plenum");
    }
}
