using Plenum.Gateway.Model;

namespace Plenum.Gateway.Configuration;

/// <summary><c>tb_gateway.json</c>, the environment already laid over it: the server, the storage, and the connectors by name.</summary>
internal sealed class GatewayFileReader(string folder, string dataFolder, Problems problems)
{
    public Plan? Read(ConfigNode root, long revision)
    {
        using var file = new Section(root, problems);
        file.Accept("grpc", "logs", "mode", "ts");
        var (server, report) = ReadServer(file);
        var storage = new StorageReader(dataFolder).Read(file);
        var connectors = ReadConnectors(file, report);
        return server is null ? null : new(revision, server, storage, connectors);
    }

    private (ServerPlan? Plan, ReportStrategy Report) ReadServer(Section file)
    {
        using var section = file.Object("thingsboard");
        if (section is not null) return (new ServerReader(folder).Read(section), ReportStrategyReader.Read(section, ReportStrategy.OnReceived));
        if (!file.Has("thingsboard")) problems.Error(file.At("thingsboard"), "the section is missing", "write \"thingsboard\": { \"host\": \"…\", \"security\": { … } } or set TB_GW_HOST and TB_GW_ACCESS_TOKEN");
        return (null, ReportStrategy.OnReceived);
    }

    private List<ConnectorPlan> ReadConnectors(Section file, ReportStrategy report)
    {
        const string Example = "write \"connectors\": [ { \"name\": \"BACnet\", \"type\": \"bacnet\", \"configuration\": \"bacnet.json\" } ]";
        var reader = new ConnectorReader(folder, report);
        var plans = new List<ConnectorPlan>();
        var found = 0;
        foreach (var entry in file.List("connectors"))
        {
            if (IsOthers(entry)) continue;
            found++;
            if (problems.Item("connector", entry.Origin, scope => reader.Read(entry, scope)) is { } plan && IsPortFree(plan, plans, entry)) plans.Add(plan);
        }
        if (found == 0) problems.Error(file.At("connectors"), "there is no connector of the type \"bacnet\"", Example);
        else if (plans.Count == 0) problems.Error(file.At("connectors"), "no connector is left to work with", "mend the errors of its file");
        return plans;
    }

    private bool IsOthers(ConfigNode entry)
    {
        if (entry["type"] is not { Text: { Length: > 0 } type } || type.Equals("bacnet", StringComparison.OrdinalIgnoreCase)) return false;
        problems.Warn(entry["type"]!.Origin, $"connectors of the type \"{type}\" are not handled by this program, \"{entry["name"]?.Text}\" is left alone",
            "run another gateway for it, or remove the entry");
        return true;
    }

    /// <summary>A UDP port is held alone: the second of two connectors on it could never be bound.</summary>
    private bool IsPortFree(ConnectorPlan plan, List<ConnectorPlan> others, ConfigNode entry) =>
        null != problems.Item("connector", entry.Origin, scope =>
        {
            var (host, port) = (plan.Local.Host, plan.Local.Port);
            var other = others.Find(other => other.Local.Port == port
                && (other.Local.Host.Equals(host) || other.Local.Host.Equals(System.Net.IPAddress.Any) || host.Equals(System.Net.IPAddress.Any)));
            if (other is not null)
                scope.Error(entry.Origin, $"the connectors \"{other.Name}\" ({other.File}, {other.Local.Host}:{other.Local.Port}) and \"{plan.Name}\" ({plan.File}, {host}:{port}) want the same UDP port",
                    "give each a host or a port of its own, or put the devices of both into one file");
            return plan;
        });
}
