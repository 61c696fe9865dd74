using System.Globalization;
using Plenum.Bacnet.Simulator.Faults;
using Plenum.Simulation.Faults;

namespace Plenum.Simulation;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage = """
        tests/Simulation/run [--seeds 1..200] [--jobs N] [--trace FILE] [world]
          --seeds A..B      which worlds; one number for one of them
          --kept FILE       the seeds of a file, one in a line, instead
          --jobs N          how many processes at a time; as many as there are processors by default
          --trace FILE      writes down all that happens (with one seed); of a world that fails, the last lines are always shown
        The world:
          --devices N (10)  --points N (8)  --period D (10s)  --duration D (30m)  --recovery D (12m)  --faults N (12)  --loss PERCENT (0)
          --planted MISTAKE one put in on purpose, to see it found: LyingDisk, ForgetfulOutbox, MixedUpDevices, Starved
        A duration is a number and ms, s, m, h or d.
        """;

    public int First { get; init; } = 1;

    public int Last { get; init; } = 200;

    public string? Kept { get; init; }

    public int Jobs { get; init; } = Environment.ProcessorCount;

    public string? TraceFile { get; init; }

    public WorldOptions World { get; init; } = new() { Seed = 1 };

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">With what is wrong.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = ++i < arguments.Count ? arguments[i] : throw new FormatException($"{arguments[i - 1]} needs a value");
            options = arguments[i - 1] switch
            {
                "--seeds" => options with { First = Seeds(value).First, Last = Seeds(value).Last },
                "--kept" => options with { Kept = value },
                "--jobs" => options with { Jobs = Number(value) },
                "--trace" => options with { TraceFile = value },
                "--devices" => options with { World = options.World with { Devices = Number(value) } },
                "--points" => options with { World = options.World with { Points = Number(value) } },
                "--period" => options with { World = options.World with { Period = Duration(value) } },
                "--duration" => options with { World = options.World with { Duration = Duration(value) } },
                "--recovery" => options with { World = options.World with { Recovery = Duration(value) } },
                "--faults" => options with { World = options.World with { Faults = Number(value) } },
                "--loss" => options with { World = options.World with { LossPercent = double.Parse(value, CultureInfo.InvariantCulture) } },
                "--planted" => options with { World = options.World with { Planted = Enum.TryParse<Planted>(value, out var planted) ? planted : throw new FormatException($"there is no mistake {value} to plant") } },
                var unknown => throw new FormatException($"there is no option {unknown}"),
            };
        }
        return options;
    }

    private static (int First, int Last) Seeds(string text)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        return dots < 0 ? (Number(text), Number(text)) : (Number(text[..dots]), Number(text[(dots + 2)..]));
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"\"{text}\" is not a whole number");

    private static TimeSpan Duration(string text) => DurationText.TryParse(text, out var duration) ? duration : throw new FormatException($"\"{text}\" is not a duration: {DurationText.Cure}");
}
