using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Configuration;

namespace Plenum.Commands;

/// <summary>The answer of <c>check-config --json</c>: one object with the problems, what is left out, and the plan without its secrets.</summary>
internal static class CheckConfigJson
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, string folder, ConfigurationResult result)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteBoolean("ok", !result.HasErrors);
            json.WriteString("folder", folder);
            WriteList(json, "problems", result.Problems, Write);
            WriteList(json, "leftOut", result.LeftOut, Write);
            if (result.Plan is { } plan) Write(json, plan);
            else json.WriteNull("plan");
            json.WriteEndObject();
        }
        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, Problem problem)
    {
        json.WriteString("severity", problem.Severity == ProblemSeverity.Error ? "error" : "warning");
        json.WriteString("file", problem.File);
        json.WriteString("path", problem.Path);
        if (problem.Line is { } line) json.WriteNumber("line", line);
        if (problem.Column is { } column) json.WriteNumber("column", column);
        json.WriteString("what", problem.What);
        json.WriteString("cure", problem.Cure);
    }

    private static void Write(Utf8JsonWriter json, LeftOutItem item)
    {
        json.WriteString("kind", item.Kind);
        json.WriteString("file", item.File);
        json.WriteString("path", item.Path);
    }

    private static void Write(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartObject("plan");
        json.WriteStartObject("server");
        json.WriteString("host", plan.Server.Host);
        json.WriteNumber("port", plan.Server.Port);
        json.WriteBoolean("tls", plan.Server.Security.UseTls);
        json.WriteString("security", plan.Server.Security.ToString());   // which redacts itself
        json.WriteEndObject();
        json.WriteString("storage", plan.Storage.Folder);
        WriteList(json, "connectors", plan.Connectors, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ConnectorPlan connector)
    {
        json.WriteString("name", connector.Name);
        json.WriteString("file", connector.File);
        json.WriteString("listen", $"{connector.Local.Host}:{connector.Local.Port}");
        json.WriteNumber("instance", connector.Local.Instance);
        if (connector.Local.ForeignDevice is { } foreign) json.WriteString("bbmd", foreign.Bbmd.ToString());
        WriteList(json, "devices", connector.Devices, Write);
    }

    private static void Write(Utf8JsonWriter json, DevicePlan device)
    {
        json.WriteString("path", device.Path);
        json.WriteString("name", device.Name.Text);
        json.WriteString("profile", device.Profile.Text);
        if (device.Address is { } address) json.WriteString("address", address.ToString());
        if (device.Instance is { } instance) json.WriteNumber("instance", instance);
        json.WriteNumber("pollPeriodMs", device.PollPeriod.TotalMilliseconds);
        WriteList(json, "points", device.Points, Write);
        WriteList(json, "attributeUpdates", device.AttributeUpdates, Write);
        WriteList(json, "rpcs", device.Rpcs, Write);
    }

    private static void Write(Utf8JsonWriter json, PointPlan point)
    {
        json.WriteString("path", point.Path);
        json.WriteString("key", point.Key.Text);
        WriteTarget(json, point.Object, point.Property);
        if (point.ArrayIndex is { } index) json.WriteNumber("arrayIndex", index);
        json.WriteString("kind", point.Kind.ToString());
        json.WriteString("report", point.Report.Kind.ToString());
        if (point.Report.Period > TimeSpan.Zero) json.WriteNumber("reportPeriodMs", point.Report.Period.TotalMilliseconds);
    }

    private static void Write(Utf8JsonWriter json, AttributeUpdatePlan update)
    {
        json.WriteString("path", update.Path);
        json.WriteString("key", update.Key);
        WriteTarget(json, update.Object, update.Property);
        if (update.Priority is { } priority) json.WriteNumber("priority", priority);
    }

    private static void Write(Utf8JsonWriter json, RpcPlan rpc)
    {
        json.WriteString("path", rpc.Path);
        json.WriteString("method", rpc.Method);
        json.WriteBoolean("writes", rpc.Writes);
        WriteTarget(json, rpc.Object, rpc.Property);
        if (rpc.Priority is { } priority) json.WriteNumber("priority", priority);
        json.WriteNumber("timeoutMs", rpc.Timeout.TotalMilliseconds);
    }

    private static void WriteTarget(Utf8JsonWriter json, ObjectId id, PropertyId property)
    {
        json.WriteString("object", id.ToString());
        json.WriteString("property", EnumNames<PropertyId>.CamelCase(property));
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
