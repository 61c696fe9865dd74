using System.Diagnostics;
using System.Globalization;
using EndToEnd.Tests.Processes;

namespace EndToEnd.Tests.Chaos;

/// <summary><c>plenum run</c> as a process of its own.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly Process _process;
    private readonly int _healthPort;
    private readonly string? _networkNamespace;
    private readonly string _log;
    private bool _disposed;

    private GatewayProcess(Process process, int healthPort, string? networkNamespace, string log)
    {
        (_process, _healthPort, _networkNamespace, _log) = (process, healthPort, networkNamespace, log);
        Started = DateTimeOffset.UtcNow;
    }

    /// <summary>When it was started, or shortly after.</summary>
    public DateTimeOffset Started { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>What it has said on both streams.</summary>
    public string Log => File.Exists(_log) ? File.ReadAllText(_log) : "";

    /// <summary>The most memory it has had, in MiB (<c>VmHWM</c>).</summary>
    public double PeakMemory =>
        double.Parse(File.ReadLines($"/proc/{Id}/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))[6..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;

    /// <summary>Starts it and does not wait for anything.</summary>
    /// <param name="configuration">The configuration folder.</param>
    /// <param name="log">The file that it talks to; it may say more than a pipe holds that nobody reads.</param>
    public static async Task<GatewayProcess> StartAsync(string configuration, int healthPort, string log, string? networkNamespace = null)
    {
        var program = await PublishedBinary.PathAsync;
        string[] arguments = ["run", "--config", configuration, "--data", configuration, "--health-port", healthPort.ToString(CultureInfo.InvariantCulture)];
        // The shell gives way to the program (exec): the process is the gateway's.
        return new(Tool.StartInside(networkNamespace, "/bin/sh", ["-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1", "sh", log, program, .. arguments]), healthPort, networkNamespace, log);
    }

    /// <summary>Its health; null while it tells none.</summary>
    public async Task<Health?> TryHealthAsync()
    {
        try
        {
            if (_networkNamespace is null)
            {
                using var answer = await Client.GetAsync(new Uri($"http://127.0.0.1:{_healthPort}/health"));
                return Health.Parse(await answer.Content.ReadAsStringAsync());
            }
            using var check = Tool.StartInside(_networkNamespace, await PublishedBinary.PathAsync, ["healthcheck", "--json", "--health-port", _healthPort.ToString(CultureInfo.InvariantCulture)]);
            var said = await Tool.EndOfAsync(check, Patience);
            return said.Output.Length > 0 ? Health.Parse(said.Output) : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Waits until its health is as asked for, and gives that; fails with its log, also when the process ends.</summary>
    public async Task<Health> UntilAsync(string what, TimeSpan most, Func<Health, bool> condition)
    {
        Health? last = null;
        await Eventually.TrueAsync(what, most, async () =>
        {
            if (HasExited) throw new InvalidOperationException($"The gateway ended with {ExitCode} while it was waited for: {what}\n{Log}");
            return (last = await TryHealthAsync() ?? last) is { } health && condition(health);
        }, () => Task.FromResult($"{last}\n{Log}"));
        return last!;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, and waits until it has.</summary>
    public async Task StopAsync()
    {
        await Tool.SignalAsync(_process, "TERM");
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Stops it where it stands.</summary>
    public Task FreezeAsync() => Tool.SignalAsync(_process, "STOP");

    /// <summary>Lets it go on.</summary>
    public Task ThawAsync() => Tool.SignalAsync(_process, "CONT");

    /// <summary>Kills it if it runs still; its site does so too.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }
}
