using System.Text.Json;

namespace EndToEnd.Tests.Chaos;

/// <summary>What a gateway says of itself on <c>/health</c>, as far as these tests look at it.</summary>
internal sealed record Health(string Status, IReadOnlyList<PartLine> Parts, long PollsDue, long PollsFresh, int Online, long Waiting, long Stored, long Dropped, string? Problem,
    bool Connected, long Acknowledged, long Rejected, long Reconnects)
{
    /// <summary>Reads the body.</summary>
    public static Health Parse(string body)
    {
        using var document = JsonDocument.Parse(body);
        var (polls, outbox, uplink) = (document.RootElement.GetProperty("polls"), document.RootElement.GetProperty("outbox"), document.RootElement.GetProperty("uplink"));
        return new(document.RootElement.GetProperty("status").GetString()!, [.. document.RootElement.GetProperty("parts").EnumerateArray().Select(PartLine.Of)],
            Number(polls, "due"), Number(polls, "fresh"), (int)Number(polls, "online"), Number(outbox, "waiting"), Number(outbox, "stored"), Number(outbox, "dropped"), Text(outbox, "problem"),
            uplink.GetProperty("connected").GetBoolean(), Number(uplink, "acknowledged"), Number(uplink, "rejected"), Number(uplink, "reconnects"));
    }

    private static long Number(JsonElement parent, string name) => parent.GetProperty(name).GetInt64();

    internal static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var text) ? text.GetString() : null;
}

/// <summary>A supervised part, by its own word.</summary>
internal sealed record PartLine(string Name, string Status, string? Reason, long Restarts)
{
    public static PartLine Of(JsonElement part) =>
        new(part.GetProperty("name").GetString()!, part.GetProperty("status").GetString()!, Health.Text(part, "reason"), part.GetProperty("restarts").GetInt64());
}
