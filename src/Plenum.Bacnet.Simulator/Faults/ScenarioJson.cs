using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plenum.Bacnet.Simulator.Faults;

/// <summary>A step as it stands in the JSON.</summary>
internal sealed record ScenarioStepJson
{
    public string? At { get; init; }

    /// <summary>A number, or a text for <see cref="InstanceSet"/>.</summary>
    public JsonElement Device { get; init; }

    public bool Healthy { get; init; }

    public double? Loss { get; init; }

    public string? Delay { get; init; }

    public string? Jitter { get; init; }

    public bool? Silent { get; init; }

    public double? Duplicates { get; init; }

    public string? Restart { get; init; }

    /// <summary>The step that this means; what does not mean anything is added to the problems.</summary>
    public ScenarioStep ToStep(string path, List<string> problems)
    {
        var before = problems.Count;
        var change = new FaultChange
        {
            Healthy = Healthy,
            LossPercent = Percent(Loss, $"{path}.loss", problems),
            Delay = Duration(Delay, $"{path}.delay", problems),
            Jitter = Duration(Jitter, $"{path}.jitter", problems),
            Silent = Silent,
            DuplicatePercent = Percent(Duplicates, $"{path}.duplicates", problems),
            Restart = Duration(Restart, $"{path}.restart", problems),
        };
        if (change == new FaultChange() && problems.Count == before) problems.Add($"{path} changes nothing: add one of {Scenario.Members}");
        if (At is null) problems.Add($"{path}.at is missing: {DurationText.Cure}");
        return new(Duration(At, $"{path}.at", problems) ?? default, Devices($"{path}.device", problems), change);
    }

    private InstanceSet Devices(string path, List<string> problems)
    {
        var text = Device.ValueKind switch
        {
            JsonValueKind.Number => Device.GetRawText(),
            JsonValueKind.String => Device.GetString()!,
            _ => null,
        };
        if (text is null) problems.Add($"{path} is missing, or neither a number nor a text: {InstanceSet.Cure}");
        else if (!InstanceSet.TryParse(text, out var devices) || text.Trim().Length == 0) problems.Add($"{path}: \"{text}\" names no devices: {InstanceSet.Cure}");
        else return devices;
        return InstanceSet.None;
    }

    private static TimeSpan? Duration(string? text, string path, List<string> problems)
    {
        if (text is null) return null;
        if (DurationText.TryParse(text, out var duration)) return duration;
        problems.Add($"{path}: \"{text}\" is not a duration: {DurationText.Cure}");
        return null;
    }

    private static double? Percent(double? number, string path, List<string> problems)
    {
        if (number is null or (>= 0 and <= 100)) return number;
        problems.Add(FormattableString.Invariant($"{path}: {number} is not a percentage: write a number of 0 to 100"));
        return null;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(List<ScenarioStepJson?>))]
internal sealed partial class ScenarioJson : JsonSerializerContext;
