using System.Net;
using System.Net.Sockets;

namespace EndToEnd.Tests.Containers;

/// <summary>The two files a user mounts: for a server and a building on loopback, at addresses that no other run of these tests has.</summary>
internal sealed class SampleConfiguration
{
    /// <summary>How many controllers the building has.</summary>
    public const int Controllers = 2;

    private static readonly int Own = 1 + Environment.ProcessId % 250;

    /// <summary>The server's access token.</summary>
    public const string Token = "token-of-the-gateway";

    /// <summary>The subnet of the controllers; the first is at its <c>.1</c>.</summary>
    public string Building { get; } = $"127.101.{Own}.0/24";

    /// <summary>The server's TCP port; nobody listens there yet.</summary>
    public int ServerPort { get; } = FreePort();

    /// <summary>The port on which the gateway tells its health.</summary>
    public int HealthPort { get; } = FreePort();

    /// <summary>Writes the files into the folder that is mounted.</summary>
    public void Write(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "tb_gateway.json"), $$"""
            {
              "thingsboard": { "host": "127.0.0.1", "port": {{ServerPort}}, "security": { "type": "accessToken", "accessToken": "{{Token}}" } },
              "storage": { "type": "sqlite", "data_file_path": "./data/" },
              "connectors": [ { "name": "Building", "type": "bacnet", "configuration": "bacnet.json" } ]
            }
            """);
        File.WriteAllText(Path.Combine(folder, "bacnet.json"), $$"""
            {
              "application": { "objectName": "Plenum", "host": "127.102.{{Own}}.1", "port": "47808", "mask": "8", "objectIdentifier": 599 },
              "devices": [ {{string.Join(",\n", Enumerable.Range(1, Controllers).Select(Controller))}} ]
            }
            """);
    }

    private static string Controller(int number) => $$"""
        {
          "host": "127.101.{{Own}}.{{number}}", "port": "47808", "pollPeriod": 500,
          "deviceInfo": { "deviceNameExpression": "Controller {{number}}", "deviceNameExpressionSource": "constant", "deviceProfileExpression": "default", "deviceProfileExpressionSource": "constant" },
          "timeseries": [
            { "key": "temperature", "objectType": "analogInput", "objectId": 1, "propertyId": "presentValue" },
            { "key": "running", "objectType": "binaryInput", "objectId": 1, "propertyId": "presentValue" }
          ],
          "attributes": [], "attributeUpdates": [], "serverSideRpc": []
        }
        """;

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
