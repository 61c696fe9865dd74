using System.Text.Json;

namespace Plenum.ThingsBoard.Session;

/// <summary>Reads the answer to <c>getSessionLimits</c>: <c>{"maxPayloadSize":65536,"maxInflightMessages":100,…}</c>, or <c>{"error":…}</c> of a server that does not know the question.</summary>
internal static class LimitsReader
{
    /// <summary>What to keep to: <see cref="SessionLimits.UsedPercent"/> of what is said; a limit that is missing, zero or nonsense is none.</summary>
    public static SessionLimits Read(JsonElement answer) => new(Part(answer, "maxPayloadSize"), Part(answer, "maxInflightMessages"));

    private static int? Part(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var element) && element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var said) && said > 0
            ? (int)Math.Max(1, (long)said * SessionLimits.UsedPercent / 100)
            : null;
}
