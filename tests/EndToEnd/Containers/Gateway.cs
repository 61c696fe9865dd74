using System.Globalization;
using System.Text.Json;
using EndToEnd.Tests.Processes;

namespace EndToEnd.Tests.Containers;

/// <summary>The container that <c>deploy/compose.yml</c> describes, built from <c>deploy/Dockerfile</c> and started on an engine.</summary>
internal sealed class Gateway(Engine engine, string configuration) : IAsyncDisposable
{
    private static readonly string Compose = Checkout.At("deploy", "compose.yml");

    private Dictionary<string, string?> Variables => new() { ["PLENUM_IMAGE"] = "plenum-under-test", ["PLENUM_CONFIG"] = configuration, ["TZ"] = "Europe/Berlin" };

    /// <summary>Builds the image around the published binary.</summary>
    public static async Task BuildAsync(Engine engine)
    {
        var program = await PublishedBinary.PathAsync;
        var dockerfile = Checkout.At("deploy", "Dockerfile");
        await BaseImage.MakeAsync(engine, dockerfile, program);
        await engine.DockerAsync("build", "--file", dockerfile, "--build-arg", "BINARY=prebuilt", "--tag", "plenum-under-test", Path.GetDirectoryName(program)!);
    }

    public Task UpAsync() => engine.ComposeAsync(Compose, Variables, "up", "--detach", "--no-build");

    public Task StopAsync() => engine.ComposeAsync(Compose, Variables, "stop");

    /// <summary>What the engine knows about the container.</summary>
    public async Task<State> StateAsync()
    {
        using var all = JsonDocument.Parse((await engine.DockerAsync("inspect", "plenum")).Output);
        var state = all.RootElement[0].GetProperty("State");
        return new(state.GetProperty("Status").GetString()!, state.GetProperty("Health").GetProperty("Status").GetString()!,
            LastCheck(state.GetProperty("Health")), state.GetProperty("Pid").GetInt32(), state.GetProperty("ExitCode").GetInt32(), all.RootElement[0].GetProperty("RestartCount").GetInt32());
    }

    /// <summary>Waits until the state is as asked for; fails with the container's log.</summary>
    public Task UntilAsync(string what, Func<State, bool> condition) => Eventually.TrueAsync(what, TimeSpan.FromSeconds(60),
        async () => condition(await StateAsync()), async () => await StateAsync() + "\n" + await LogAsync());

    /// <summary>What the program said on both streams.</summary>
    public async Task<string> LogAsync() => (await engine.DockerAsync("logs", "plenum")).ToString();

    /// <summary>Ends the container's main process from outside, as a crash or the kernel's out-of-memory killer does.</summary>
    public async Task CrashAsync() => (await Tool.RunAsync("kill", ["-KILL", (await StateAsync()).Pid.ToString(CultureInfo.InvariantCulture)])).Checked();

    private static string LastCheck(JsonElement health) =>
        health.GetProperty("Log").EnumerateArray().LastOrDefault() is { ValueKind: JsonValueKind.Object } check ? check.GetProperty("Output").GetString()! : "";

    public async ValueTask DisposeAsync() => await engine.ComposeAsync(Compose, Variables, "down", "--volumes", "--timeout", "5");
}

/// <summary>A container's state, in the engine's words.</summary>
/// <param name="Status">running, restarting, exited …</param>
/// <param name="Health">starting, healthy or unhealthy.</param>
/// <param name="LastCheck">What the last health check said.</param>
/// <param name="Pid">The main process, as the host numbers it; 0 if there is none.</param>
/// <param name="ExitCode">Of the last main process.</param>
/// <param name="Restarts">How often the engine started it again.</param>
internal sealed record State(string Status, string Health, string LastCheck, int Pid, int ExitCode, int Restarts);
