using System.Text.Json;
using Plenum.Gateway.Hosting;
using Plenum.Gateway.Supervision;

namespace Plenum.Web;

/// <summary>Health as JSON: the worst colour, each part with its reason, and whether polls, outbox and uplink move.</summary>
internal static class HealthJson
{
    public static byte[] Of(GatewaySnapshot now)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("status", Colour(now.Health.Overall));
            json.WriteString("startedAt", now.StartedAt);
            WriteParts(json, now.Health);
            WritePolling(json, now);
            WriteOutbox(json, now);
            WriteUplink(json, now);
            json.WriteEndObject();
        }
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

    private static void WritePolling(Utf8JsonWriter json, GatewaySnapshot now)
    {
        var devices = now.Polling.SelectMany(connector => connector.Devices).ToList();
        json.WriteStartObject("polls");
        json.WriteNumber("due", now.PollsDue);
        json.WriteNumber("fresh", now.PollsFresh);
        json.WriteNumber("readings", now.Readings);
        json.WriteNumber("devices", devices.Count);
        json.WriteNumber("online", devices.Count(device => device.Status == Gateway.Polling.DeviceStatus.Online));
        if (devices.Max(device => device.LastFresh) is { } last) json.WriteString("lastFresh", last);
        json.WriteStartArray("troubled");
        foreach (var device in devices.Where(device => device.Status is Gateway.Polling.DeviceStatus.Silent or Gateway.Polling.DeviceStatus.Mistaken || device.FailingPoints.Count > 0).Take(50))
        {
            json.WriteStartObject();
            json.WriteString("path", device.Path);
            if (device.Name is { } name) json.WriteString("name", name);
            json.WriteString("why", device.Why);
            WriteCapability(json, device);
            json.WriteStartArray("failingPoints");
            foreach (var point in device.FailingPoints) json.WriteStringValue(point);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteLimited(json, devices);
        WriteCov(json, devices);
        json.WriteEndObject();
    }

    /// <summary>Devices that are not read in the best way that there is: how they are read, and why not better.</summary>
    private static void WriteLimited(Utf8JsonWriter json, IEnumerable<Gateway.Polling.DeviceState> devices)
    {
        json.WriteStartArray("limited");
        foreach (var device in devices.Where(device => device.CapabilityEvidence.Length > 0).Take(50))
        {
            json.WriteStartObject();
            json.WriteString("path", device.Path);
            if (device.Name is { } name) json.WriteString("name", name);
            WriteCapability(json, device);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>How many points of each device are told instead of polled, and why the others are not; nothing when none is to be.</summary>
    private static void WriteCov(Utf8JsonWriter json, List<Gateway.Polling.DeviceState> devices)
    {
        if (devices.TrueForAll(device => device.Cov is null)) return;
        json.WriteStartArray("cov");
        foreach (var device in devices)
        {
            if (device.Cov is not { } cov) continue;
            json.WriteStartObject();
            json.WriteString("path", device.Path);
            if (device.Name is { } name) json.WriteString("name", name);
            json.WriteNumber("subscribed", cov.Subscribed);
            json.WriteNumber("polled", cov.Polled);
            json.WriteNumber("told", cov.Told);
            json.WriteNumber("covMissed", cov.Missed);
            json.WriteStartArray("polledBecause");
            foreach (var reason in cov.Reasons) json.WriteStringValue(reason);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCapability(Utf8JsonWriter json, Gateway.Polling.DeviceState device)
    {
        if (device.Capability.Length > 0) json.WriteString("read", device.Capability);
        if (device.CapabilityEvidence.Length > 0) json.WriteString("readSoBecause", device.CapabilityEvidence);
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
