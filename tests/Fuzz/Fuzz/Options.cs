using System.Globalization;

namespace Plenum.Fuzz;

/// <summary>What is asked for on the command line.</summary>
internal sealed record Options
{
    public const string Usage = """
        fuzz                        try every target for two minutes in all
          --for 10m                 for so long in all (s, m, h)
          --target TEXT             only targets whose name contains TEXT
          --seed N                  repeat the chance of another run
          --keep                    afterwards, keep what took new branches in the corpus
          --corpus FOLDER           the kept inputs
          --output FOLDER           where findings go
        fuzz replay TARGET FILE     try one input, as it stands in a file
        fuzz corpus                 try the kept inputs, and nothing else
        fuzz list                   name the targets
        """;

    public string Command { get; init; } = "run";
    public IReadOnlyList<string> Operands { get; init; } = [];
    public TimeSpan Budget { get; init; } = TimeSpan.FromMinutes(2);
    public string Target { get; init; } = "";
    public int Seed { get; init; } = Environment.TickCount;
    public bool Keep { get; init; }
    public string Corpus { get; init; } = Path.GetFullPath("tests/Fuzz/corpus");
    public string Output { get; init; } = Path.GetFullPath("artifacts/fuzz");

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It is not one; the message says what is wrong.</exception>
    public static Options Parse(IEnumerable<string> arguments)
    {
        var options = new Options();
        List<string> words = [];
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var word))
        {
            if (word == "--keep") options = options with { Keep = true };
            else if (!word.StartsWith("--", StringComparison.Ordinal)) words.Add(word);
            else if (rest.TryDequeue(out var value)) options = options.With(word, value);
            else throw new FormatException($"{word} needs a value");
        }
        return words.Count == 0 ? options : options with { Command = words[0], Operands = words[1..] };
    }

    private Options With(string name, string value) => name switch
    {
        "--for" => this with { Budget = Duration(value) },
        "--target" => this with { Target = value },
        "--seed" => this with { Seed = int.Parse(value, CultureInfo.InvariantCulture) },
        "--corpus" => this with { Corpus = Path.GetFullPath(value) },
        "--output" => this with { Output = Path.GetFullPath(value) },
        _ => throw new FormatException($"there is no option {name}"),
    };

    private static TimeSpan Duration(string text) => double.TryParse(text[..^1], CultureInfo.InvariantCulture, out var number) && number > 0
        ? text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            _ => throw new FormatException($"\"{text}\" is no duration: write 90s, 10m or 8h"),
        }
        : throw new FormatException($"\"{text}\" is no duration: write 90s, 10m or 8h");
}
