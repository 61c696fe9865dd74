using Plenum.Gateway.Model;

namespace Plenum.Gateway.Configuration;

/// <summary>An entry of <c>devices</c>: where the device is, what it is called, and what is read from it and written to it.</summary>
internal sealed class DeviceReader(ReportStrategy connectorReport, CovDefaults connectorCov, QualityMode connectorQuality)
{
    private const long DefaultPollMs = 10_000;

    public DevicePlan? Read(ConfigNode node, Problems problems)
    {
        using var section = Section.From(node, problems);
        if (section is null) return null;
        section.NotYet("uplink_converter", "values are converted as the built-in converter does");
        var (address, instance) = DeviceAddressReader.Read(section);
        var (name, profile) = DeviceInfoReader.Read(section);
        var poll = TimeSpan.FromMilliseconds(section.Amount("pollPeriod", 10, int.MaxValue, DefaultPollMs));
        var report = ReportStrategyReader.Read(section, connectorReport);
        var cov = CovReader.Mode(section, connectorCov.Mode);
        var covPeriod = CovReader.Period(section, connectorCov.Period);
        var quality = QualityReader.Mode(section, connectorQuality);
        var points = ReadPoints(section, report, cov, quality);
        var updates = Items(section, "attributeUpdates", "attribute update", WriteReader.AttributeUpdate);
        var rpcs = ReadRpcs(section);
        if (problems.Failed) return null;
        if (points.Count + updates.Count + rpcs.Count == 0)
            problems.Warn(node.Origin, "nothing is read from this device or written to it", "write its \"timeseries\" or \"attributes\"");
        return new(node.Origin.Path, address, instance, name, profile, poll, points, updates, rpcs) { CovPollPeriod = covPeriod > poll ? covPeriod : poll };
    }

    private static List<PointPlan> ReadPoints(Section section, ReportStrategy report, CovMode cov, QualityMode quality)
    {
        var points = new PointList(section.Problems);
        foreach (var (key, kind) in (ReadOnlySpan<(string, MessageKind)>)[("attributes", MessageKind.Attributes), ("timeseries", MessageKind.Telemetry)])
        {
            var reader = new PointReader(kind, report, cov, quality);
            foreach (var item in section.List(key))
                points.Add(item.Origin, section.Problems.Item("point", item.Origin, scope => reader.Read(item, scope)) ?? []);
        }
        return points.ToList();
    }

    private static List<RpcPlan> ReadRpcs(Section section)
    {
        var methods = new Dictionary<string, string>(StringComparer.Ordinal);
        return Items(section, "serverSideRpc", "RPC", (item, scope) =>
        {
            var rpc = WriteReader.Rpc(item, scope);
            if (rpc is not null && !scope.Failed && !methods.TryAdd(rpc.Method, rpc.Path))
                scope.Error(item.Origin, $"the method \"{rpc.Method}\" is that of {methods[rpc.Method]} too, this one would never be called", "give it a name of its own");
            return rpc;
        });
    }

    private static List<T> Items<T>(Section section, string key, string kind, Func<ConfigNode, Problems, T?> read) where T : class =>
        [.. section.List(key).Select(item => section.Problems.Item(kind, item.Origin, scope => read(item, scope))).OfType<T>()];
}
