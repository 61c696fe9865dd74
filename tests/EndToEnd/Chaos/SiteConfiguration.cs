using System.Globalization;
using Plenum.Bacnet.Protocol.Types;

namespace EndToEnd.Tests.Chaos;

/// <summary>The two files that a user would write for a site.</summary>
internal sealed class SiteConfiguration(Controllers controllers, SitePlan plan, SitePlace place, int serverPort, string dataFolder)
{
    /// <summary>The shortest that can be configured, in seconds: a frozen server is noticed soon.</summary>
    private const int KeepAlive = 5;

    public void Write(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "tb_gateway.json"), $$"""
            {
              "thingsboard": { "host": "127.0.0.1", "port": {{serverPort}}, "keep_alive": {{KeepAlive}}, "security": { "type": "accessToken", "accessToken": "token" } },
              "storage": { "type": "sqlite", "data_file_path": "{{dataFolder}}/" },
              "connectors": [ { "name": "Building", "type": "bacnet", "configuration": "bacnet.json" } ]
            }
            """);
        File.WriteAllText(Path.Combine(folder, "bacnet.json"), $$"""
            {
              "application": { "objectName": "Plenum", "host": "{{place.GatewayAddress}}", "port": "47808", "mask": "{{place.MaskBits}}", "objectIdentifier": 599 },
              "devices": [ {{string.Join(",\n", Enumerable.Range(0, controllers.Count).Select(Controller))}} ]
            }
            """);
    }

    private string Controller(int index)
    {
        var (host, port) = place.ControllerAt(index);
        return $$"""
            {
              "host": "{{host}}", "port": "{{port}}", "pollPeriod": {{plan.PollMs}},
              "deviceInfo": { "deviceNameExpression": "{{controllers.NameOf(index)}}", "deviceNameExpressionSource": "constant", "deviceProfileExpression": "default", "deviceProfileExpressionSource": "constant" },
              "timeseries": [ {{string.Join(",\n", controllers.Points.GroupBy(point => point.Type).Select(Points))}} ],
              "attributes": [], "attributeUpdates": [], "serverSideRpc": []
            }
            """;
    }

    /// <summary>Instances count from 1 within each type.</summary>
    private static string Points(IGrouping<ObjectType, ObjectId> type) => string.Create(CultureInfo.InvariantCulture,
        $$"""{ "key": "${objectType}-${objectId}", "objectType": "{{EnumNames<ObjectType>.CamelCase(type.Key)}}", "objectId": ["1-{{type.Count()}}"], "propertyId": "presentValue" }""");
}
