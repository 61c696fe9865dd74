using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plenum.Simulation;

/// <summary>What became of a world.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Violation">What did not hold; null when everything did.</param>
/// <param name="Lives">How often the gateway was started.</param>
/// <param name="Stored">Messages that were stored.</param>
/// <param name="Delivered">Values that the server was given.</param>
/// <param name="Outstanding">Messages that were on their way at the end.</param>
/// <param name="LongestGap">The longest time that an undisturbed device was not read, in seconds.</param>
/// <param name="Turns">Timers that went off.</param>
/// <param name="Digest">A number that stands for everything that happened.</param>
internal sealed record WorldResult(int Seed, string? Violation, int Lives, long Stored, long Delivered, int Outstanding, double LongestGap, long Turns, ulong Digest)
{
    /// <summary>Kilobytes of managed memory in use besides the simulated disk, one number a simulated day, measured in a quiet moment.</summary>
    public IReadOnlyList<long> MemoryKb { get; init; } = [];

    /// <summary>A world whose process is gone.</summary>
    public static WorldResult Broken(int seed, string why) => new(seed, why, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>The result in one line of JSON.</summary>
    public string ToLine() => JsonSerializer.Serialize(this, ResultJson.Default.WorldResult);

    /// <summary>Reads such a line.</summary>
    public static bool TryParse(string line, out WorldResult? result)
    {
        result = line.StartsWith("{\"Seed\"", StringComparison.Ordinal) ? JsonSerializer.Deserialize(line, ResultJson.Default.WorldResult) : null;
        return result is not null;
    }
}

/// <summary>Reads and writes results without reflection.</summary>
[JsonSerializable(typeof(WorldResult))]
internal sealed partial class ResultJson : JsonSerializerContext;
