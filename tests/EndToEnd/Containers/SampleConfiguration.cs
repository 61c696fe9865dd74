namespace EndToEnd.Tests.Containers;

/// <summary>The two files a user mounts: a server, and one controller with one point.</summary>
internal static class SampleConfiguration
{
    /// <summary>Writes them for a server and a controller on loopback.</summary>
    /// <param name="folder">The folder that is mounted.</param>
    /// <param name="brokerPort">The server's MQTT port; by default one where nobody listens.</param>
    public static void Write(string folder, int brokerPort = 1)
    {
        File.WriteAllText(Path.Combine(folder, "tb_gateway.json"), $$"""
            {
              "thingsboard": { "host": "127.0.0.1", "port": {{brokerPort}}, "security": { "type": "accessToken", "accessToken": "token" } },
              "storage": { "type": "sqlite", "data_file_path": "./data/" },
              "connectors": [ { "name": "Building", "type": "bacnet", "configuration": "bacnet.json" } ]
            }
            """);
        File.WriteAllText(Path.Combine(folder, "bacnet.json"), """
            {
              "application": { "objectName": "Plenum", "host": "127.77.0.1", "port": "47808", "mask": "8", "objectIdentifier": 599 },
              "devices": [ {
                "deviceInfo": { "deviceNameExpression": "Controller", "deviceNameExpressionSource": "constant", "deviceProfileExpression": "default", "deviceProfileExpressionSource": "constant" },
                "host": "127.77.0.2", "port": "47808", "pollPeriod": 1000,
                "timeseries": [ { "key": "temperature", "objectType": "analogInput", "objectId": 1, "propertyId": "presentValue" } ],
                "attributes": [], "attributeUpdates": [], "serverSideRpc": []
              } ]
            }
            """);
    }
}
