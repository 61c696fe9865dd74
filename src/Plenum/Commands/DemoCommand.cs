using System.CommandLine;
using Microsoft.Extensions.Logging;
using Plenum.Demo;

namespace Plenum.Commands;

/// <summary><c>plenum demo</c>: the whole way on one machine, with a ledger at the end.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var devices = new Option<int>("--devices") { Description = "Simulated devices", DefaultValueFactory = _ => 20, HelpName = "N" };
        var points = new Option<int>("--points") { Description = "Points of each device", DefaultValueFactory = _ => 50, HelpName = "N" };
        var poll = new Option<TimeSpan>("--poll") { Description = "How often each device is polled", DefaultValueFactory = _ => TimeSpan.FromSeconds(1), CustomParser = Durations.ParsePositive, HelpName = "TIME" };
        var loss = new Option<double>("--loss") { Description = "Percent of exchanges that get lost, half of them requests, half replies", DefaultValueFactory = _ => 0, HelpName = "PERCENT" };
        var length = new Option<TimeSpan>("--for") { Description = "How long to run", DefaultValueFactory = _ => TimeSpan.FromSeconds(30), CustomParser = Durations.ParsePositive, HelpName = "TIME" };
        var seed = new Option<long>("--seed") { Description = "What values and losses are derived from", DefaultValueFactory = _ => 1, HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object at the end, nothing else" };
        var command = new Command("demo", """
            Run a simulated building, a stand-in for ThingsBoard, and the gateway between them

            At the end, what the building served is held against what the server received;
            a missing or wrong value makes the exit code 1.

            Examples:
              plenum demo
              plenum demo --devices 50 --points 200 --for 1m
              plenum demo --loss 65 --poll 5s --for 2m
            """) { devices, points, poll, loss, length, seed, json };
        command.SetAction((parsed, cancel) => CommandRun.GuardAsync(parsed, () => RunAsync(
            new(parsed.GetValue(devices), parsed.GetValue(points), parsed.GetValue(poll), parsed.GetValue(loss), parsed.GetValue(length), (ulong)parsed.GetValue(seed)),
            parsed.GetValue(json), parsed.InvocationConfiguration.Output, cancel), CancellationToken.None));
        return command;
    }

    /// <exception cref="FormatException">A number is out of its range.</exception>
    private static void Check(DemoOptions options)
    {
        if (options.Devices is < 1 or > 5000) throw new FormatException("--devices is 1 to 5000");
        if (options.Points is < 1 or > 10_000) throw new FormatException("--points is 1 to 10000");
        if (options.LossPercent is not (>= 0 and <= 99)) throw new FormatException("--loss is 0 to 99");
        if (options.Poll < TimeSpan.FromMilliseconds(100)) throw new FormatException("--poll is 100ms or longer");
    }

    private static async Task<int> RunAsync(DemoOptions options, bool asJson, TextWriter output, CancellationToken cancel)
    {
        Check(options);
        using var loggers = Logging.Create(LogLevel.Warning, toStandardError: true);
        await using var run = await DemoRun.StartAsync(options, loggers, ProgramVersion.Text);
        if (!asJson) output.WriteLine($"{options.Devices} devices with {options.Points} points each, polled every {options.Poll.TotalSeconds:G3} s, for {options.For.TotalSeconds:G4} s");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        end.CancelAfter(options.For);
        await DemoView.WatchAsync(run, asJson ? null : output, interactive: !asJson && output == Console.Out && !Console.IsOutputRedirected, end.Token);
        var report = await run.FinishAsync();
        if (asJson) JsonLine.Print(output, report.WriteTo);
        else report.Print(output);
        return report.Balances ? ExitCodes.Ok : ExitCodes.Refused;
    }
}
