using System.Diagnostics;
using Plenum.Tests.Support;

namespace Plenum.Tests.Commands;

/// <summary><c>plenum run</c> as a process of its own.</summary>
public sealed class RunCommandTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("plenum-run-").FullName;
    private readonly string _healthPort = $"{FreePort.Tcp()}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public RunCommandTests() => Write("tb_gateway.json", $$"""
        { "thingsboard": { "host": "127.0.0.1", "port": {{FreePort.Tcp()}}, "security": { "accessToken": "t" } },
          "storage": { "type": "sqlite", "data_file_path": "./data/" },
          "connectors": [ { "name": "BACnet", "type": "bacnet", "configuration": "bacnet.json" } ] }
        """);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Errors_of_the_configuration_are_told_all_at_once_and_the_exit_code_is_78()
    {
        Write("bacnet.json", """
            { "application": { "host": "nowhere", "port": 70000 },
              "devices": [ { "deviceInfo": { "deviceNameExpression": "A" }, "host": "127.0.0.2", "pollPeriod": "often", "timeseries": [ { "key": "t", "objectType": "analogue", "objectId": 1 } ] } ] }
            """);

        var (exit, log) = await RunAsync();

        Assert.Equal(78, exit);
        foreach (var place in new[] { "application.host", "application.port", "devices[0].pollPeriod", "devices[0].timeseries[0].objectType" })
            Assert.Contains(place, log, StringComparison.Ordinal);
        Assert.Contains("'plenum check-config' shows it at any time. Exit code 78", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_configuration_is_an_error_of_the_configuration()
    {
        File.Delete(Path.Combine(_folder, "tb_gateway.json"));

        Assert.Equal(78, (await RunAsync()).Exit);
    }

    [Fact]
    public async Task It_tells_its_health_and_ends_with_0_when_it_is_asked_to_stop()
    {
        using var gateway = await StartAsync();

        Assert.Contains("connector BACnet", (await Invocation.RunAsync("healthcheck", "--health-port", _healthPort, "--json")).Output, StringComparison.Ordinal);
        Terminate(gateway);
        await gateway.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);

        Assert.Equal(0, gateway.ExitCode);
        Assert.Contains("wait in the outbox for the next start", await gateway.StandardOutput.ReadToEndAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_gateway_on_the_same_data_ends_with_69_and_says_why()
    {
        using var first = await StartAsync();

        var (exit, log) = await RunAsync("--health-port", $"{FreePort.Tcp()}");
        Terminate(first);
        await first.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);

        Assert.Equal(69, exit);
        Assert.Contains("The outbox cannot be opened", log, StringComparison.Ordinal);
    }

    private async Task<Process> StartAsync()
    {
        Write("bacnet.json", $$"""
            { "application": { "host": "127.0.0.1", "port": {{FreePort.Udp()}}, "mask": "8" },
              "devices": [ { "deviceInfo": { "deviceNameExpression": "A" }, "host": "127.49.200.9", "timeseries": [ { "key": "t", "objectType": "analogInput", "objectId": 1 } ] } ] }
            """);
        var gateway = Start("--health-port", _healthPort);
        await Wait.UntilAsync(async () =>
        {
            Assert.False(gateway.HasExited, "the gateway ended by itself");
            return (await Invocation.RunAsync("healthcheck", "--health-port", _healthPort)).Error.Length == 0;
        });
        return gateway;
    }

    private async Task<(int Exit, string Log)> RunAsync(params string[] options)
    {
        using var gateway = Start(options);
        var log = await gateway.StandardOutput.ReadToEndAsync(Cancel).WaitAsync(Patience, Cancel);
        await gateway.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);
        return (gateway.ExitCode, log);
    }

    private Process Start(params string[] options) => Process.Start(new ProcessStartInfo(
        Path.Combine(AppContext.BaseDirectory, "plenum"), ["run", "--config", _folder, "--data", _folder, .. options])
    { RedirectStandardOutput = true })!;

    /// <summary>What <c>docker stop</c> sends.</summary>
    private static void Terminate(Process process)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        kill.WaitForExit();
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
