using EndToEnd.Tests.Processes;

namespace EndToEnd.Tests.Scripts;

/// <summary>
/// The repository's scripts in a folder of their own (with a space in its name), before a compiler and package tools that
/// are scripts themselves: what the scripts decide is tested in milliseconds, and nothing is installed.
/// </summary>
internal sealed class FakeCheckout : IDisposable
{
    private static readonly string[] Basics = ["bash", "basename", "cat", "cut", "dirname", "env", "find", "flock", "grep", "head", "id", "ls", "mkdir", "mv", "readlink", "rm", "sed", "sleep", "sort", "tail", "touch", "tr", "uniq", "wc"];

    private readonly TemporaryFolder _folder = new();

    public FakeCheckout()
    {
        foreach (var script in (string[])["plenum", "test", ".ci/lib.sh"])
            File.Copy(Checkout.At(script), _folder.At("a checkout", script));
        File.WriteAllText(At("global.json"), "{}");
        File.WriteAllText(At("Directory.Build.props"), "");
        File.WriteAllText(At("src", "Plenum", "Program.cs"), "");
        foreach (var basic in Basics) File.CreateSymbolicLink(_folder.At("bin", basic), Tool.Find(basic) ?? throw new InvalidOperationException($"This machine has no {basic}."));
        foreach (var absent in (string[])["apt-get", "apt-cache", "curl", "wget"]) Command(absent, "exit 1");
        foreach (var present in (string[])["mosquitto", "tshark", "node", "npm", "ip", "nft", "dockerd", "docker-compose"]) Command(present, "exit 0");
    }

    /// <summary>A path inside the checkout; its folder is made.</summary>
    public string At(params string[] parts) => _folder.At(["a checkout", .. parts]);

    /// <summary>A path beside the checkout.</summary>
    public string Beside(string name) => _folder.At(name);

    /// <summary>Puts a program on the only PATH there is.</summary>
    public void Command(string name, string body) => _folder.Script($"bin/{name}", $"#!{Tool.Find("bash")}\n{body}\n");

    /// <summary>Puts a program into the checkout.</summary>
    public void Program(string path, string body) => _folder.Script($"a checkout/{path}", $"#!{Tool.Find("bash")}\n{body}\n");

    /// <summary>Variables for a script that is run here.</summary>
    public Dictionary<string, string?> Environment(string? home = null) => new() { ["PATH"] = _folder.At("bin"), ["HOME"] = home ?? _folder.Path, ["DOTNET_ROOT"] = null };

    /// <summary>Runs one of the scripts from another folder.</summary>
    public Task<Run> RunAsync(string script, params string[] arguments) => Tool.RunAsync(At(script), arguments, Environment(), _folder.Path);

    public void Dispose() => _folder.Dispose();
}
