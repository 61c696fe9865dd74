using System.Text.Json;

namespace Plenum.Bacnet.Simulator.Faults;

/// <summary>What goes wrong when, read from JSON: a list of steps, each with a time, the devices it is about, and what changes for them.</summary>
/// <remarks><code>
/// [ { "at": "10s", "device": 1003,        "silent": true },
///   { "at": "20s", "device": "1000-1010", "loss": 30, "delay": "50ms", "jitter": "20ms" },
///   { "at": "30s", "device": "*",         "restart": "5s" },
///   { "at": "60s", "device": "*",         "healthy": true } ]
/// </code></remarks>
public static class Scenario
{
    /// <summary>The members that a step may have, for messages.</summary>
    internal const string Members = "at, device, healthy, loss, delay, jitter, silent, duplicates, restart";

    /// <summary>Reads a scenario and puts its steps in order of time.</summary>
    /// <exception cref="ScenarioException">Something is wrong with it; the message names every problem with its JSON path and its cure.</exception>
    public static IReadOnlyList<ScenarioStep> Parse(string json)
    {
        List<ScenarioStepJson?>? read;
        try
        {
            read = JsonSerializer.Deserialize(json, ScenarioJson.Default.ListScenarioStepJson);
        }
        catch (JsonException bad)
        {
            throw new ScenarioException([Describe(bad)], bad);
        }
        List<string> problems = [];
        var steps = (read ?? []).Select((step, index) => (step ?? new()).ToStep($"$[{index}]", problems)).ToList();
        if (problems.Count > 0) throw new ScenarioException(problems);
        return [.. steps.OrderBy(step => step.At)];
    }

    private static string Describe(JsonException bad)
    {
        var place = $"{bad.Path ?? "$"} (line {bad.LineNumber + 1})";
        return bad.Path is null or "$"
            ? $"{place}: this is not a list of steps: {bad.Message.Split(" Path:")[0]} Write a JSON array of objects, as in [ {{ \"at\": \"10s\", \"device\": 1003, \"silent\": true }} ]"
            : $"{place}: a step has no such member, or the value is not of its kind. A step may have {Members}; loss and duplicates are numbers, at, delay, jitter and restart are texts, silent and healthy are true or false";
    }
}

/// <summary>One step of a scenario.</summary>
/// <param name="At">When, counted from the building's start.</param>
/// <param name="Devices">Which devices it is about.</param>
/// <param name="Change">What changes for them.</param>
public sealed record ScenarioStep(TimeSpan At, InstanceSet Devices, FaultChange Change);

/// <summary>A scenario cannot be read; the message names every problem, each on a line of its own.</summary>
public sealed class ScenarioException : FormatException
{
    /// <summary>A scenario with these problems.</summary>
    public ScenarioException(IReadOnlyList<string> problems, Exception? cause = null) : base(string.Join(Environment.NewLine, problems), cause) => Problems = problems;

    /// <summary>A scenario with one problem.</summary>
    public ScenarioException(string message) : this([message]) { }

    /// <summary>A scenario with one problem and its cause.</summary>
    public ScenarioException(string message, Exception innerException) : this([message], innerException) { }

    /// <summary>A scenario with a problem that is not known.</summary>
    public ScenarioException() : this("the scenario cannot be read") { }

    /// <summary>Each problem: JSON path, what is wrong, and the cure.</summary>
    public IReadOnlyList<string> Problems { get; }
}
