using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Plenum.Commands;

namespace Plenum.Tests.Commands;

public sealed class SimulateCommandTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private readonly string _scenario = Path.GetTempFileName();

    public void Dispose() => File.Delete(_scenario);

    [Fact]
    public void Without_options_there_are_fifty_devices_of_two_hundred_points_on_addresses_of_their_own()
    {
        var options = SimulateCommand.Options(SimulateCommand.Create().Parse([]));

        Assert.Equal((50, 200, 1000u, 47808), (options.Devices, options.PointsPerDevice, options.FirstInstance, options.Port));
        Assert.Equal("127.47.0.0/16", options.Bind.ToString());
        Assert.Equal(new() { LossPercent = 0 }, options.Faults);
    }

    [Fact]
    public void Every_option_reaches_the_building()
    {
        File.WriteAllText(_scenario, """[ { "at": "10s", "device": "*", "restart": "1s" } ]""");
        var options = SimulateCommand.Options(SimulateCommand.Create().Parse(
            ["--devices", "3", "--points", "7", "--bind", "127.9.0.1", "--port", "5000", "--seed", "9", "--first-instance", "20", "--loss", "12.5", "--delay", "40ms",
                "--silent", "20", "--no-rpm", "21-22", "--no-segmentation", "20", "--no-cov", "21", "--mute-cov", "22", "--cov-room", "3", "--max-apdu", "480", "--scenario", _scenario]));

        Assert.Equal((3, 7, 9ul, 20u), (options.Devices, options.PointsPerDevice, options.Seed, options.FirstInstance));
        Assert.Equal(("127.9.0.1", 5000, 480), (options.Bind.ToString(), options.Port, options.MaxApdu));
        Assert.Equal(new() { LossPercent = 12.5, Delay = TimeSpan.FromMilliseconds(40) }, options.Faults);
        Assert.True(options.Silent.Contains(20) && !options.Silent.Contains(21));
        Assert.True(options.NoReadMultiple.Contains(22));
        Assert.Equal((true, false, true, true, 3), (options.NoSegmentation.Contains(20), options.NoSegmentation.Contains(21), options.NoCov.Contains(21), options.MuteCov.Contains(22), options.CovRoom));
        Assert.Single(options.Scenario);
    }

    [Theory]
    [InlineData("--devices 0", "--devices is 1 to 65534 here, not 0")]
    [InlineData("--bind 127.0.0.0/30 --devices 3", "--devices is 1 to 2 here")]
    [InlineData("--bind 127.0.0.1 --port 65530", "--devices is 1 to 6 here, not 50")]
    [InlineData("--bind 0.0.0.0", "--bind \"0.0.0.0\" is no range of addresses")]
    [InlineData("--port 0", "--port is 1 to 65535 here")]
    [InlineData("--first-instance 4194300", "--first-instance is 0 to 4194253 here")]
    [InlineData("--loss 101", "--loss is 0 to 100 here")]
    [InlineData("--max-apdu 1000", "--max-apdu 1000 is not 50, 128")]
    [InlineData("--silent ten", "--silent \"ten\" names no devices")]
    [InlineData("--scenario /nowhere/file.json", "/nowhere/file.json")]
    public async Task What_makes_no_sense_is_told_in_one_line(string arguments, string message)
    {
        var code = await Run(arguments, CancellationToken.None);

        Assert.True(code is ExitCodes.Usage or ExitCodes.Unavailable, $"exit code {code}");
        Assert.StartsWith("error: ", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains(message, _errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task A_bad_scenario_is_told_with_its_file_its_path_and_its_cure()
    {
        await File.WriteAllTextAsync(_scenario, """[ { "at": "soon", "device": 1, "silent": true } ]""", TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Usage, await Run($"--scenario {_scenario}", CancellationToken.None));
        Assert.Contains(_scenario, _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("$[0].at: \"soon\" is not a duration: write a number and its unit", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_runs_until_it_is_stopped_and_that_is_success()
    {
        using var stop = new CancellationTokenSource();
        var running = Run($"--devices 3 --points 2 --bind 127.71.0.0/16 --port {FreePort()} --silent 1001 --json", stop.Token);
        await stop.CancelAsync();

        Assert.Equal(ExitCodes.Ok, await running);
        using var json = JsonDocument.Parse(_output.ToString());
        var devices = json.RootElement.GetProperty("devices").EnumerateArray().ToList();
        Assert.Equal([1000, 1001, 1002], devices.Select(device => device.GetProperty("instance").GetInt32()));
        Assert.Equal([false, true, false], devices.Select(device => device.GetProperty("silent").GetBoolean()));
        Assert.StartsWith("127.71.0.2:", devices[1].GetProperty("address").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_devices_the_table_shows_the_first_the_last_and_the_special()
    {
        using var stop = new CancellationTokenSource();
        var running = Run($"--devices 40 --points 2 --bind 127.72.0.0/16 --port {FreePort()} --no-rpm 1030", stop.Token);
        await stop.CancelAsync();
        Assert.Equal(ExitCodes.Ok, await running);

        var text = _output.ToString();
        Assert.Contains("Controller 1009", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Controller 1010", text, StringComparison.Ordinal);
        Assert.Contains("20 more", text, StringComparison.Ordinal);
        Assert.Contains("no RPM", text, StringComparison.Ordinal);
        Assert.Contains("Controller 1039", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_names_its_holder()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        taken.Bind(new IPEndPoint(IPAddress.Parse("127.73.0.1"), 0));
        var port = ((IPEndPoint)taken.LocalEndPoint!).Port;

        Assert.Equal(ExitCodes.Unavailable, await Run($"--devices 1 --bind 127.73.0.1 --port {port}", CancellationToken.None));
        Assert.Contains($"UDP port {port} on 127.73.0.1 is held by process {Environment.ProcessId}", _errors.ToString(), StringComparison.Ordinal);
    }

    private Task<int> Run(string arguments, CancellationToken cancel) =>
        SimulateCommand.Create().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = _output, Error = _errors }, cancel);

    private static int FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
