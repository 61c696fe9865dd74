using System.Diagnostics;
using System.Globalization;
using EndToEnd.Tests.Processes;

namespace EndToEnd.Tests.Containers;

/// <summary>
/// A container engine of its own for these tests: Debian's <c>dockerd</c> with its data, socket and pid file in a folder
/// that is gone afterwards. It touches no network of the machine; containers use the host's.
/// </summary>
public sealed class Engine : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Process? _daemon;

    // The one that Debian packages with the daemon; another client on the PATH may lack the builder.
    private static string? Client => File.Exists("/usr/bin/docker") ? "/usr/bin/docker" : Tool.Find("docker");

    private string Socket => "unix://" + _folder.At("socket");

    private string Log => _folder.At("dockerd.log");

    /// <summary>Why there is no engine; null if there is one.</summary>
    public string? Problem { get; private set; }

    /// <summary>A folder for a test's own files, gone with the engine.</summary>
    public string Folder(string name) => Directory.CreateDirectory(_folder.At(name)).FullName;

    /// <summary>Runs the client; fails if it fails.</summary>
    public async Task<Run> DockerAsync(params string[] arguments) =>
        (await Tool.RunAsync(Client!, arguments, new Dictionary<string, string?> { ["DOCKER_HOST"] = Socket, ["DOCKER_BUILDKIT"] = "1" }, most: TimeSpan.FromMinutes(5))).Checked();

    /// <summary>Runs <c>docker-compose</c> with a file and the variables it asks for; fails if it fails.</summary>
    public async Task ComposeAsync(string file, IReadOnlyDictionary<string, string?> variables, params string[] arguments) =>
        (await Tool.RunAsync("docker-compose", ["--project-name", "plenum", "--file", file, .. arguments],
            new Dictionary<string, string?>(variables) { ["DOCKER_HOST"] = Socket }, most: TimeSpan.FromMinutes(5))).Checked();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Problem = Missing();
        if (Problem is null && !await StartAsync()) Problem = "dockerd does not start on this machine: " + File.ReadLines(Log).LastOrDefault("it said nothing");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_daemon is { HasExited: false })
        {
            await Tool.RunAsync("kill", ["-TERM", _daemon.Id.ToString(CultureInfo.InvariantCulture)]);
            await _daemon.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        }
        _daemon?.Dispose();
        foreach (var mount in Mounts()) (await Tool.RunAsync("umount", [mount])).Checked();
        _folder.Dispose();
    }

    private static string? Missing()
    {
        if (!Environment.IsPrivilegedProcess) return "A container engine needs root; run ./test as root.";
        foreach (var tool in (string[])["dockerd", "docker-compose"])
            if (Tool.Find(tool) is null) return $"{tool} is not here: sudo apt-get install -y docker.io docker-compose";
        return Client is null ? "docker is not here: sudo apt-get install -y docker.io" : null;
    }

    private async Task<bool> StartAsync()
    {
        // The shell gives way to the daemon (exec), whose log is a file: it may say more than a pipe holds that nobody reads.
        string[] arguments = ["--iptables=false", "--bridge=none", "--data-root", _folder.At("data"), "--exec-root", _folder.At("exec"), "--pidfile", _folder.At("pid"), "--host", Socket];
        _daemon = Tool.Start("/bin/sh", ["-c", "log=$1; shift; exec \"$@\" >\"$log\" 2>&1", "sh", Log, Tool.Find("dockerd")!, .. arguments]);
        await Eventually.TrueAsync("dockerd answers or ends", TimeSpan.FromMinutes(1), async () => _daemon.HasExited || await AnswersAsync(), () => Task.FromResult(File.ReadAllText(Log)));
        return !_daemon.HasExited;
    }

    private async Task<bool> AnswersAsync() =>
        (await Tool.RunAsync(Client!, ["version"], new Dictionary<string, string?> { ["DOCKER_HOST"] = Socket })).ExitCode == 0;

    /// <summary>What the daemon leaves mounted below its folder, the innermost first.</summary>
    private List<string> Mounts() => [.. File.ReadLines("/proc/mounts").Select(line => line.Split(' ')[1])
        .Where(mount => mount.StartsWith(_folder.Path + "/", StringComparison.Ordinal)).Reverse()];
}
