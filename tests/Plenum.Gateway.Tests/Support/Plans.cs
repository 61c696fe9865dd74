using System.Net;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Tests.Support;

/// <summary>Plans as a configuration would make them, short enough to be read in a test.</summary>
internal static class Plans
{
    public static PointPlan Point(string id, string? key = null, PropertyId property = PropertyId.PresentValue, uint? index = null,
        MessageKind kind = MessageKind.Telemetry, ReportStrategy? report = null, QualityMode quality = QualityMode.Send, CovMode cov = CovMode.Off) =>
        new($"timeseries[{id}]", Expression.Parse(key ?? id), ObjectId.Parse(id), property, index, kind, report ?? ReportStrategy.OnReceived, cov) { Quality = quality };

    /// <summary>The present values of some objects, each under its identifier.</summary>
    public static PointPlan[] Points(IEnumerable<ObjectId> objects) => [.. objects.Select(id => Point(id.ToString()))];

    public static DevicePlan Device(DeviceAddress? address, uint? instance, TimeSpan period, PointPlan[] points, string name = "D", string profile = "default") =>
        new("devices[0]", address, instance, Expression.Parse(name), Expression.Parse(profile), period, points, [], []);

    public static ConnectorPlan Connector(IEnumerable<DevicePlan> devices, int port = 47808, string host = "0.0.0.0") => new("BACnet", "id", "bacnet.json",
        new("Plenum", IPAddress.Parse(host), port, 8, 599, 15, 1476, Segmentation.NoSegmentation, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)), [.. devices]);
}
