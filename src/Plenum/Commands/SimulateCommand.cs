using System.CommandLine;
using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Faults;
using Plenum.Bacnet.Simulator.Sockets;

namespace Plenum.Commands;

/// <summary><c>plenum simulate</c>: a building to read, until it is stopped.</summary>
internal static class SimulateCommand
{
    private const int MostPoints = 10_000;

    private static readonly TimeSpan BetweenCounters = TimeSpan.FromSeconds(5);

    private static readonly Option<int> Devices = Number("--devices", "Simulated devices", 50);
    private static readonly Option<int> Points = Number("--points", "Points of each device", 200);
    private static readonly Option<int> Port = Number("--port", "UDP port of every device; of the first one if they share an address", DeviceAddress.DefaultPort);
    private static readonly Option<long> Seed = new("--seed") { Description = "What values and losses are derived from", DefaultValueFactory = _ => 1, HelpName = "N" };
    private static readonly Option<long> FirstInstance = new("--first-instance") { Description = "Instance of the first device; the others count on", DefaultValueFactory = _ => 1000, HelpName = "N" };
    private static readonly Option<int> MaxApdu = Number("--max-apdu", "Largest APDU: 50, 128, 206, 480, 1024 or 1476", ApduSizes.Largest);
    private static readonly Option<double> Loss = new("--loss") { Description = "Percent of exchanges that get lost, half of them requests, half replies", DefaultValueFactory = _ => 0, HelpName = "PERCENT" };
    private static readonly Option<string?> Silent = new("--silent") { Description = "Devices that do not answer", HelpName = "INSTANCES" };
    private static readonly Option<string?> NoRpm = new("--no-rpm") { Description = "Devices without ReadPropertyMultiple", HelpName = "INSTANCES" };
    private static readonly Option<string?> NoSegmentation = new("--no-segmentation") { Description = "Devices that neither take nor send messages in segments", HelpName = "INSTANCES" };
    private static readonly Option<string?> NoCov = new("--no-cov") { Description = "Devices without SubscribeCOV", HelpName = "INSTANCES" };
    private static readonly Option<string?> MuteCov = new("--mute-cov") { Description = "Devices that accept subscriptions and tell no change", HelpName = "INSTANCES" };
    private static readonly Option<int> CovRoom = Number("--cov-room", "Subscriptions that each device holds", 1000);
    private static readonly Option<string?> Script = new("--scenario") { Description = "What goes wrong when, as JSON", HelpName = "FILE" };
    private static readonly Option<bool> Plain = new("--plain") { Description = "Devices without logs, schedules, calendars, files and alarms" };
    private static readonly Option<bool> Json = new("--json") { Description = "Print one JSON object instead of text" };

    private static readonly Option<TimeSpan> Delay = new("--delay")
    {
        Description = "How long each request lies before a device looks at it; not at all by default",
        CustomParser = Durations.ParseOption,
        HelpName = "TIME",
    };

    private static readonly Option<string> Bind = new("--bind")
    {
        Description = "A subnet that gives each device an address, or one address that gives each a port",
        DefaultValueFactory = _ => BindRange.Default.ToString(),
        HelpName = "RANGE",
    };

    public static Command Create()
    {
        var command = new Command("simulate", """
            Run a building of simulated BACnet devices until it is stopped

            INSTANCES are instances and ranges with commas between, as in 1003,1010-1020, or * for all.
            A broadcast to 127.255.255.255 reaches every device on a loopback address.

            Examples:
              plenum simulate
              plenum simulate --devices 200 --points 50 --loss 10 --delay 20ms
              plenum simulate --bind 192.168.1.10 --devices 5 --silent 1003
              plenum simulate --max-apdu 480 --no-rpm '*' --scenario faults.json
            """)
        { Devices, Points, Bind, Port, Seed, FirstInstance, Loss, Delay, Silent, NoRpm, NoSegmentation, NoCov, MuteCov, CovRoom, Plain, MaxApdu, Script, Json };
        command.SetAction((parsed, cancel) => CommandRun.GuardAsync(parsed, () => RunAsync(parsed, cancel), cancel));
        return command;
    }

    /// <summary>The building that a command line asks for.</summary>
    /// <exception cref="FormatException">Something on it makes no sense.</exception>
    internal static BuildingOptions Options(ParseResult parsed)
    {
        if (!BindRange.TryParse(parsed.GetValue(Bind)!, out var bind)) throw new FormatException($"--bind \"{parsed.GetValue(Bind)}\" is no range of addresses: {BindRange.Cure}");
        var port = (ushort)Within(parsed, Port, 1, ushort.MaxValue);
        var devices = (int)Within(parsed, Devices, 1, Math.Min(bind.Room(port), ObjectId.AnyInstance));
        return new()
        {
            Devices = devices,
            PointsPerDevice = (int)Within(parsed, Points, 0, MostPoints),
            Seed = (ulong)parsed.GetValue(Seed),
            FirstInstance = (uint)Within(parsed, FirstInstance, 0, ObjectId.AnyInstance - devices),
            Bind = bind,
            Port = port,
            MaxApdu = ApduSizes.IsStandard(parsed.GetValue(MaxApdu)) ? parsed.GetValue(MaxApdu) : throw new FormatException($"--max-apdu {parsed.GetValue(MaxApdu)} is not 50, 128, 206, 480, 1024 or 1476"),
            Silent = Instances(parsed, Silent),
            NoReadMultiple = Instances(parsed, NoRpm),
            NoSegmentation = Instances(parsed, NoSegmentation),
            NoCov = Instances(parsed, NoCov),
            MuteCov = Instances(parsed, MuteCov),
            CovRoom = (int)Within(parsed, CovRoom, 0, int.MaxValue),
            Extended = !parsed.GetValue(Plain),
            Faults = new() { LossPercent = Within(parsed, Loss, 0, 100), Delay = parsed.GetValue(Delay) },
            Scenario = parsed.GetValue(Script) is { } file ? ReadScenario(file) : [],
        };
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = Options(parsed);
        using var loggers = Logging.Create(LogLevel.Warning, toStandardError: true);
        using var building = Building.Open(options, TimeProvider.System, loggers.CreateLogger("Plenum.Simulator"));
        building.Start();
        var view = new SimulateView(building, parsed.InvocationConfiguration.Output);
        if (parsed.GetValue(Json)) view.PrintJson(options);
        else view.PrintTable();
        var counts = !parsed.GetValue(Json) && parsed.InvocationConfiguration.Output == Console.Out && !Console.IsOutputRedirected;
        while (true)
        {
            await Task.Delay(counts ? BetweenCounters : Timeout.InfiniteTimeSpan, cancel);
            view.PrintCounters();
        }
    }

    private static IReadOnlyList<ScenarioStep> ReadScenario(string file)
    {
        try
        {
            return Scenario.Parse(File.ReadAllText(file));
        }
        catch (ScenarioException bad)
        {
            throw new FormatException($"the scenario {file} cannot be used:{Environment.NewLine}{bad.Message}", bad);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new IOException($"the scenario {file} cannot be read: {denied.Message} Give the user that runs this the right to read it", denied);
        }
    }

    private static InstanceSet Instances(ParseResult parsed, Option<string?> option)
    {
        var text = parsed.GetValue(option) ?? "";
        return InstanceSet.TryParse(text, out var set) ? set : throw new FormatException($"{option.Name} \"{text}\" names no devices: {InstanceSet.Cure}");
    }

    private static T Within<T>(ParseResult parsed, Option<T> option, double least, double most) where T : struct, IConvertible
    {
        var value = parsed.GetValue(option);
        var number = value.ToDouble(null);
        return number >= least && number <= most ? value : throw new FormatException($"{option.Name} is {least:F0} to {most:F0} here, not {value}");
    }

    private static Option<int> Number(string name, string description, int otherwise) => new(name) { Description = description, DefaultValueFactory = _ => otherwise, HelpName = "N" };
}
