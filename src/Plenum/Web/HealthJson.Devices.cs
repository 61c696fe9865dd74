using System.Text.Json;
using Plenum.Gateway.Hosting;
using Plenum.Gateway.Model;
using Plenum.Gateway.Polling;

namespace Plenum.Web;

/// <content>The devices: how each does, and how it is read.</content>
internal static partial class HealthJson
{
    private const int MostShown = 50;

    /// <summary>Every device with its status, since when and why, and the age of its newest value.</summary>
    public static byte[] OfDevices(GatewaySnapshot now) => Write(json =>
    {
        json.WriteStartArray();
        foreach (var device in now.Polling.SelectMany(connector => connector.Devices)) WriteDevice(json, device);
        json.WriteEndArray();
    });

    private static void WritePolling(Utf8JsonWriter json, GatewaySnapshot now)
    {
        var devices = now.Polling.SelectMany(connector => connector.Devices).ToList();
        json.WriteStartObject("polls");
        json.WriteNumber("due", now.PollsDue);
        json.WriteNumber("fresh", now.PollsFresh);
        json.WriteNumber("readings", now.Readings);
        json.WriteNumber("devices", devices.Count);
        foreach (var status in Enum.GetValues<DeviceStatus>()) json.WriteNumber(Name(status), devices.Count(device => device.Status == status));
        if (devices.Max(device => device.LastFresh) is { } last) json.WriteString("lastFresh", last);
        json.WriteStartArray("troubled");
        foreach (var device in devices.Where(IsTroubled).Take(MostShown)) WriteDevice(json, device);
        json.WriteEndArray();
        WriteLimited(json, devices);
        WriteCov(json, devices);
        json.WriteEndObject();
    }

    /// <summary>Devices that are not read in the best way that there is: how they are read, and why not better.</summary>
    private static void WriteLimited(Utf8JsonWriter json, IEnumerable<DeviceState> devices)
    {
        json.WriteStartArray("limited");
        foreach (var device in devices.Where(device => device.CapabilityEvidence.Length > 0).Take(MostShown))
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
    private static void WriteCov(Utf8JsonWriter json, List<DeviceState> devices)
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

    private static void WriteCapability(Utf8JsonWriter json, DeviceState device)
    {
        if (device.Capability.Length > 0) json.WriteString("read", device.Capability);
        if (device.CapabilityEvidence.Length > 0) json.WriteString("readSoBecause", device.CapabilityEvidence);
    }

    private static bool IsTroubled(DeviceState device) => device.Status is not (DeviceStatus.Starting or DeviceStatus.Online) || device.FailingPoints.Count + device.Withheld.Count > 0;

    private static void WriteDevice(Utf8JsonWriter json, DeviceState device)
    {
        json.WriteStartObject();
        json.WriteString("path", device.Path);
        if (device.Name is { } name) json.WriteString("name", name);
        json.WriteString("status", Name(device.Status));
        json.WriteString("since", device.Since);
        json.WriteString("why", device.Why);
        if (device.LastValue is { } last) json.WriteString("lastValue", last);
        if (device.Age is { } age) json.WriteNumber("ageSeconds", Math.Round(age.TotalSeconds, 1));
        WriteCapability(json, device);
        json.WriteStartArray("failingPoints");
        foreach (var point in device.FailingPoints) json.WriteStringValue(point);
        json.WriteEndArray();
        if (device.Withheld.Count > 0)
        {
            json.WriteStartArray("withheldPoints");
            foreach (var point in device.Withheld) json.WriteStringValue(point);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static string Name(DeviceStatus status) => status switch
    {
        DeviceStatus.Starting => "starting",
        DeviceStatus.Online => "online",
        DeviceStatus.Degraded => "degraded",
        DeviceStatus.Offline => "offline",
        DeviceStatus.Mistaken => "mistaken",
        _ => "unknown",
    };
}
