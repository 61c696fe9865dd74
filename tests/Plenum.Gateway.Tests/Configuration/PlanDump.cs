using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Tests.Configuration;

/// <summary>A plan as a text that a reviewer can read: one line for each point and write. It shows the secrets, which in tests are none.</summary>
internal static class PlanDump
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Plan plan)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("revision", plan.Revision);
            json.WriteString("server", Line(plan.Server));
            json.WriteString("security", Line(plan.Server.Security));
            json.WriteString("storage", Line(plan.Storage));
            json.WriteStartArray("connectors");
            foreach (var connector in plan.Connectors) Write(json, connector);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, ConnectorPlan connector)
    {
        json.WriteStartObject();
        json.WriteString("connector", $"{connector.Name}, id {connector.Id}, {connector.File}");
        json.WriteString("local", $"{Line(connector.Local)}{(connector.ReportsStatus ? "" : ", status not reported")}");
        json.WriteStartArray("devices");
        foreach (var device in connector.Devices) Write(json, device);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DevicePlan device)
    {
        json.WriteStartObject();
        json.WriteString("device", $"{device.Path} at {device.Address?.ToString() ?? "any address"}, {(device.Instance is { } instance ? $"instance {instance}" : "any instance")}");
        json.WriteString("name", Line(device.Name));
        json.WriteString("profile", Line(device.Profile));
        json.WriteString("poll", $"{device.PollPeriod.TotalMilliseconds} ms{(device.Points.Any(point => point.Cov != CovMode.Off) ? $", beside cov {device.CovPollPeriod.TotalMilliseconds} ms" : "")}");
        WriteLines(json, "points", [.. device.Points.Select(Line)]);
        WriteLines(json, "attributeUpdates", [.. device.AttributeUpdates.Select(Line)]);
        WriteLines(json, "rpcs", [.. device.Rpcs.Select(Line)]);
        json.WriteEndObject();
    }

    private static void WriteLines(Utf8JsonWriter json, string name, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var line in lines) json.WriteStringValue(line);
        json.WriteEndArray();
    }

    private static string Line(ServerPlan server) =>
        $"{server.Host}:{server.Port}, keep-alive {server.KeepAlive.TotalSeconds} s, QoS {server.Qos}, payload {server.MaxPayloadBytes}";

    private static string Line(SecurityPlan plan)
    {
        (string Name, string? Value)[] parts =
        [
            ("token", plan.AccessToken), ("username", plan.Username), ("password", plan.Password), ("client id", plan.ClientId),
            ("ca", plan.CaCertPath), ("cert", plan.CertPath), ("key", plan.PrivateKeyPath),
        ];
        return string.Join(", ", parts.Where(part => part.Value is not null).Select(part => $"{part.Name} {part.Value}").Prepend(plan.UseTls ? "TLS" : "plain TCP"));
    }

    private static string Line(StoragePlan storage)
    {
        var messages = storage.MaxMessages == long.MaxValue ? "any number of" : $"{storage.MaxMessages}";
        return $"{storage.Folder ?? "memory"}, {storage.MaxBytes} bytes, {messages} messages, {storage.MaxAge.TotalDays} days{(storage.Order == SendingOrder.FreshFirst ? "" : $", {storage.Order}")}";
    }

    private static string Line(LocalDevicePlan local) =>
        $"{local.ObjectName}, {local.Host}/{local.PrefixLength}:{local.Port}, device {local.Instance}, vendor {local.VendorId}, APDU {local.MaxApdu}, {local.Segmentation}, "
        + $"discovery {local.DiscoveryTimeout.TotalSeconds} s every {local.DiscoverPeriod.TotalSeconds} s"
        + (local.ForeignDevice is { } foreign ? $", foreign device of {foreign.Bbmd} for {foreign.TimeToLive.TotalSeconds} s, {local.MostPerNetwork} requests a network, {local.MostRequests} in all" : "");

    private static string Line(Expression expression) =>
        expression.Variables.Count == 0 ? $"= {expression.Text}" : $"{expression.Text} ({string.Join(", ", expression.Variables)})";

    private static string Line(PointPlan point)
    {
        var index = point.ArrayIndex is { } at ? $"[{at}]" : "";
        return $"{point.Path}: {Target(point.Object, point.Property)}{index} -> {point.Kind} {Line(point.Key)}, {Line(point.Report)}{(point.Cov == CovMode.Off ? "" : $", cov {point.Cov}")}{(point.Quality == QualityMode.Send ? "" : $", quality {point.Quality}")}";
    }

    private static string Line(ReportStrategy report) => report.Period == TimeSpan.Zero ? $"{report.Kind}" : $"{report.Kind} {report.Period.TotalMilliseconds} ms";

    private static string Line(AttributeUpdatePlan update) => $"{update.Path}: {update.Key} -> {Target(update.Object, update.Property)}{Priority(update.Priority)}";

    private static string Line(RpcPlan rpc) =>
        $"{rpc.Path}: {rpc.Method} {(rpc.Writes ? "writes" : "reads")} {Target(rpc.Object, rpc.Property)}{Priority(rpc.Priority)} within {rpc.Timeout.TotalMilliseconds} ms";

    private static string Target(ObjectId id, PropertyId property) => $"{id} {EnumNames<PropertyId>.CamelCase(property)}";

    private static string Priority(byte? priority) => priority is { } at ? $" at priority {at}" : "";
}
