using System.CommandLine.Parsing;
using Plenum.Bacnet.Simulator.Faults;

namespace Plenum.Commands;

/// <summary>Durations on the command line: <c>500ms</c>, <c>1s</c>, <c>1.5s</c>, <c>2m</c>, <c>1h</c>.</summary>
internal static class Durations
{
    /// <summary>For an option that a duration of 0 makes no sense for.</summary>
    public static TimeSpan ParsePositive(ArgumentResult result)
    {
        var duration = ParseOption(result);
        if (duration == TimeSpan.Zero && !result.Errors.Any()) result.AddError("The duration must be longer than 0.");
        return duration;
    }

    /// <summary>For an option's <c>CustomParser</c>.</summary>
    public static TimeSpan ParseOption(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DurationText.TryParse(text, out var duration)) return duration;
        result.AddError($"\"{text}\" is not a duration: {DurationText.Cure}");
        return default;
    }
}
