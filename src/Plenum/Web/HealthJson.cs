using System.Text.Json;
using Plenum.Gateway.Hosting;
using Plenum.Gateway.Supervision;

namespace Plenum.Web;

/// <summary>Health as JSON: the worst colour, each part with its reason, and whether polls, outbox and uplink move.</summary>
internal static partial class HealthJson
{
    public static byte[] Of(GatewaySnapshot now) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("status", Colour(now.Health.Overall));
        json.WriteString("startedAt", now.StartedAt);
        WriteParts(json, now.Health);
        WritePolling(json, now);
        WriteOutbox(json, now);
        WriteUplink(json, now);
        json.WriteEndObject();
    });

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) write(json);
        return buffer.ToArray();
    }

    private static void WriteParts(Utf8JsonWriter json, HealthBoard health)
    {
        json.WriteStartArray("parts");
        foreach (var part in health.Parts)
        {
            json.WriteStartObject();
            json.WriteString("name", part.Name);
            json.WriteString("status", Colour(part.Level));
            json.WriteString("state", Name(part.State));
            if (part.Status.Reason is { } reason) json.WriteString("reason", reason);
            if (part.LastError is { } error) json.WriteString("lastError", error);
            json.WriteNumber("restarts", part.Restarts);
            if (part.LastBeat is { } beat) json.WriteString("lastBeat", beat);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteOutbox(Utf8JsonWriter json, GatewaySnapshot now)
    {
        json.WriteStartObject("outbox");
        json.WriteNumber("waiting", now.Outbox.Waiting);
        json.WriteNumber("stored", now.Outbox.Stored);
        json.WriteNumber("dropped", now.Outbox.Dropped);
        if (now.Outbox.Dropped > 0) WriteDrops(json, now.Outbox.Drops);
        json.WriteNumber("bytes", now.Outbox.Bytes);
        if (now.Outbox.Oldest is { } oldest) json.WriteString("oldest", oldest);
        if (now.Outbox.Problem is { } problem) json.WriteString("problem", problem);
        json.WriteEndObject();
    }

    private static void WriteDrops(Utf8JsonWriter json, Gateway.Outbox.Drops drops)
    {
        json.WriteStartObject("droppedBecause");
        json.WriteNumber("size", drops.Size);
        json.WriteNumber("age", drops.Age);
        json.WriteNumber("refused", drops.Refused);
        json.WriteNumber("damaged", drops.Damaged);
        json.WriteEndObject();
    }

    private static void WriteUplink(Utf8JsonWriter json, GatewaySnapshot now)
    {
        json.WriteStartObject("uplink");
        json.WriteBoolean("connected", now.Uplink.ConnectedSince is not null);
        if (now.Uplink.LastAcknowledged is { } last) json.WriteString("lastAcknowledged", last);
        json.WriteNumber("acknowledged", now.Uplink.Acknowledged);
        json.WriteNumber("rejected", now.Uplink.Rejected);
        json.WriteNumber("superseded", now.Uplink.Superseded);
        json.WriteNumber("reconnects", now.Uplink.Reconnects);
        if (now.Uplink.Problem is { } problem) json.WriteString("problem", problem);
        json.WriteEndObject();
    }

    private static string Colour(HealthLevel level) => level switch { HealthLevel.Ok => "ok", HealthLevel.Yellow => "yellow", _ => "red" };

    private static string Name(PartState state) => state switch
    {
        PartState.Starting => "starting",
        PartState.Running => "running",
        PartState.Restarting => "restarting",
        PartState.Failed => "failed",
        PartState.Stuck => "stuck",
        _ => "stopped",
    };
}
