using System.Text.RegularExpressions;
using EndToEnd.Tests.Processes;

namespace EndToEnd.Tests.Containers;

/// <summary>
/// Stands in for the base image that the Dockerfile names, where no registry can be reached: the libraries that the
/// program is linked with, TLS, certificates and time zones of this machine. No shell, as in the original.
/// </summary>
internal static partial class BaseImage
{
    /// <summary>Makes the image and gives it the name in the Dockerfile's last FROM.</summary>
    public static async Task MakeAsync(Engine engine, string dockerfile, string program)
    {
        var root = engine.Folder("base");
        foreach (var library in await LibrariesAsync(program)) Copy(library, root);
        Copy("/etc/ssl/certs/ca-certificates.crt", root);
        Copy("/usr/share/zoneinfo/Europe/Berlin", root);
        // Everybody's, as usual: a tmpfs that is mounted there takes over the mode of the folder below it.
        File.SetUnixFileMode(Directory.CreateDirectory(Path.Combine(root, "tmp")).FullName, (UnixFileMode)0b001_111_111_111);
        var tar = Path.Combine(engine.Folder("import"), "base.tar");
        (await Tool.RunAsync("tar", ["--owner=0", "--group=0", "-C", root, "-cf", tar, "."])).Checked();
        await engine.DockerAsync("import", tar, NameIn(dockerfile));
    }

    /// <summary>The image of the last stage.</summary>
    internal static string NameIn(string dockerfile) =>
        File.ReadLines(dockerfile).Last(line => line.StartsWith("FROM ", StringComparison.Ordinal)).Split(' ')[1];

    private static async Task<HashSet<string>> LibrariesAsync(string program)
    {
        var native = Directory.EnumerateFiles(Path.GetDirectoryName(program)!, "*.so");
        var tls = TlsLibrary().Match((await Tool.RunAsync(Tool.Find("ldconfig")!, ["-p"])).Checked().Output).Groups["path"].Value;
        var linked = await Tool.RunAsync("ldd", [program, .. native, tls]);
        return [tls, .. LibraryPath().Matches(linked.Output).Select(match => match.Groups["path"].Value)];
    }

    /// <summary>Copies what a name finally stands for, under that name.</summary>
    private static void Copy(string file, string root)
    {
        if (!File.Exists(file)) return;
        var target = root + file;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file, target, overwrite: true);
    }

    [GeneratedRegex(@"libssl\.so\.3 .*=> (?<path>/\S+)")]
    private static partial Regex TlsLibrary();

    [GeneratedRegex(@"(?<path>/\S+) \(0x")]
    private static partial Regex LibraryPath();
}
