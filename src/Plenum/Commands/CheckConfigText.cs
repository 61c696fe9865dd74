using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Model;
using Spectre.Console;

namespace Plenum.Commands;

/// <summary>The answer of <c>check-config</c> for people: the plan as tables, then the problems, one line each, then the sum.</summary>
internal static class CheckConfigText
{
    public static void Write(TextWriter output, string folder, ConfigurationResult result)
    {
        output.WriteLine($"Configuration in {folder}");
        if (result.Plan is { } plan) Write(output, plan);
        if (result.Problems.Count > 0) output.WriteLine();
        foreach (var problem in result.Problems) output.WriteLine(problem);
        output.WriteLine();
        output.WriteLine(Summary(result));
    }

    private static void Write(TextWriter output, Plan plan)
    {
        var (server, storage) = (plan.Server, plan.Storage);
        output.WriteLine($"Server  {server.Host}:{server.Port}, {(server.Security.UseTls ? "TLS" : "not encrypted")}, {LogOn(server.Security)}");
        output.WriteLine($"Storage {storage.Folder ?? "in memory only"}");
        var console = Tables.On(output);
        foreach (var connector in plan.Connectors)
        {
            output.WriteLine();
            output.WriteLine($"Connector \"{connector.Name}\" ({connector.File}): BACnet device {connector.Local.Instance} at {connector.Local.Host}/{connector.Local.PrefixLength}:{connector.Local.Port}{(connector.Local.ForeignDevice is { } foreign ? $", foreign device of {foreign.Bbmd}" : "")}");
            console.Write(Points(connector));
            if (connector.Devices.Any(device => device.AttributeUpdates.Count + device.Rpcs.Count > 0)) console.Write(Calls(connector));
        }
    }

    private static Table Points(ConnectorPlan connector)
    {
        var table = Empty("Device", "At", "Every", "Reads", "Sends as", "Under the key", "When");
        foreach (var device in connector.Devices)
        {
            if (device.Points.Count == 0) Add(table, device.Name.Text, Place(device), Duration(device.PollPeriod), "nothing", "", "", "");
            foreach (var point in device.Points)
                Add(table, device.Name.Text, Place(device), Duration(device.PollPeriod), Target(point.Object, point.Property, point.ArrayIndex),
                    point.Kind == MessageKind.Attributes ? "attribute" : "time series", point.Key.Text, When(point.Report));
        }
        return table;
    }

    private static Table Calls(ConnectorPlan connector)
    {
        var table = Empty("Device", "On", "Does", "At priority");
        foreach (var device in connector.Devices)
        {
            foreach (var update in device.AttributeUpdates)
                Add(table, device.Name.Text, $"shared attribute {update.Key}", $"write {Target(update.Object, update.Property)}", Priority(update.Priority));
            foreach (var rpc in device.Rpcs)
                Add(table, device.Name.Text, $"RPC {rpc.Method}", $"{(rpc.Writes ? "write" : "read")} {Target(rpc.Object, rpc.Property)}", rpc.Writes ? Priority(rpc.Priority) : "");
        }
        return table;
    }

    private static string Summary(ConfigurationResult result)
    {
        var errors = result.Problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        var leftOut = result.LeftOut.GroupBy(item => item.Kind).Select(kind => $"{kind.Key} {kind.Count()}").ToList();
        var sum = result.Plan is { } plan
            ? $"Devices: {plan.Connectors.Sum(connector => connector.Devices.Count)}, points: {plan.Connectors.Sum(connector => connector.Devices.Sum(device => device.Points.Count))}"
            : "There is nothing to run with";
        return $"{sum}. Errors: {errors}, warnings: {result.Problems.Count - errors}.{(leftOut.Count == 0 ? "" : $" Left out: {string.Join(", ", leftOut)}.")}";
    }

    private static string LogOn(SecurityPlan security) =>
        security.AccessToken is not null ? "with an access token"
        : (security.Username ?? security.ClientId) is not null ? "with user name and password"
        : "with a certificate";

    private static string Place(DevicePlan device) => (device.Address, device.Instance) switch
    {
        ({ } address, { } instance) => $"{address}, device {instance}",
        ({ } address, null) => $"{address}",
        _ => $"device {device.Instance}",
    };

    private static string Target(ObjectId id, PropertyId property, uint? index = null) =>
        $"{id} {EnumNames<PropertyId>.CamelCase(property)}{(index is null ? "" : $"[{index}]")}";

    private static string When(ReportStrategy report) => report.Kind switch
    {
        ReportKind.OnChange => "it changes",
        ReportKind.OnReportPeriod => $"every {Duration(report.Period)}",
        ReportKind.OnChangeOrReportPeriod => $"it changes, or every {Duration(report.Period)}",
        _ => "it is read",
    };

    private static string Duration(TimeSpan time) => time.TotalMilliseconds % 1000 == 0 ? $"{time.TotalSeconds} s" : $"{time.TotalMilliseconds} ms";

    private static string Priority(byte? priority) => priority?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none given";

    private static Table Empty(params string[] columns) => new Table { Border = TableBorder.Simple }.AddColumns([.. columns.Select(column => new TableColumn(column))]);

    /// <summary>Names of the configuration are text, never markup.</summary>
    private static void Add(Table table, params string[] cells) => table.AddRow([.. cells.Select(cell => new Text(cell))]);
}
