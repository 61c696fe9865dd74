using System.Text.Json;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;

namespace Plenum.Demo;

/// <summary>Writes the configuration that a person would write for the demo's building: the gateway then reads it as it reads anyone's.</summary>
internal static class DemoConfiguration
{
    public const string Token = "demo-token";

    private const string Prefix = "Demo ";

    /// <summary>The device's name on the server, as the configuration makes it.</summary>
    public static string NameOf(Controller controller) =>
        Prefix + controller.Device.Read(new(new(ObjectType.Device, controller.Device.Instance), PropertyId.ObjectName)).Value.AsCharacterString;

    /// <summary>The key of a point, as the configuration makes it.</summary>
    public static string KeyOf(ObjectId point) => $"{EnumNames<ObjectType>.CamelCase(point.Type)}-{point.Instance}";

    public static void Write(string folder, Building building, DemoOptions options, int serverPort, DeviceAddress local)
    {
        WriteFile(Path.Combine(folder, "tb_gateway.json"), json =>
        {
            json.WriteStartObject("thingsboard");
            json.WriteString("host", "127.0.0.1");
            json.WriteNumber("port", serverPort);
            json.WriteStartObject("security");
            json.WriteString("type", "accessToken");
            json.WriteString("accessToken", Token);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartObject("storage");
            json.WriteString("type", "sqlite");
            json.WriteString("data_file_path", "./data/");
            json.WriteEndObject();
            json.WriteStartArray("connectors");
            json.WriteStartObject();
            json.WriteString("name", "Demo building");
            json.WriteString("type", "bacnet");
            json.WriteString("configuration", "bacnet.json");
            json.WriteEndObject();
            json.WriteEndArray();
        });
        WriteFile(Path.Combine(folder, "bacnet.json"), json =>
        {
            json.WriteStartObject("application");
            json.WriteString("objectName", "Plenum demo");
            json.WriteString("host", local.IPAddress.ToString());
            json.WriteNumber("port", local.Port);
            json.WriteString("mask", "8");
            json.WriteNumber("objectIdentifier", 599);
            json.WriteEndObject();
            json.WriteStartArray("devices");
            foreach (var controller in building.Controllers) WriteDevice(json, controller, options);
            json.WriteEndArray();
        });
    }

    private static void WriteDevice(Utf8JsonWriter json, Controller controller, DemoOptions options)
    {
        json.WriteStartObject();
        json.WriteStartObject("deviceInfo");
        json.WriteString("deviceNameExpression", Prefix + "${objectName}");
        json.WriteString("deviceNameExpressionSource", "expression");
        json.WriteString("deviceProfileExpression", "bacnet-controller");
        json.WriteString("deviceProfileExpressionSource", "constant");
        json.WriteEndObject();
        json.WriteString("host", controller.Address.IPAddress.ToString());
        json.WriteNumber("port", controller.Address.Port);
        json.WriteNumber("pollPeriod", (long)options.Poll.TotalMilliseconds);
        json.WriteStartArray("timeseries");
        foreach (var type in controller.Device.Points.GroupBy(point => point.Type))
        {
            json.WriteStartObject();
            json.WriteString("key", "${objectType}-${objectId}");
            json.WriteString("objectType", EnumNames<ObjectType>.CamelCase(type.Key));
            json.WriteStartArray("objectId");
            foreach (var range in Ranges(type.Select(point => point.Instance))) json.WriteStringValue(range);
            json.WriteEndArray();
            json.WriteString("propertyId", "presentValue");
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("attributes");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Instances as the ranges they form: 1, 2, 3, 7 is 1-3 and 7.</summary>
    private static IEnumerable<string> Ranges(IEnumerable<uint> instances) => instances.Order()
        .Select((instance, place) => (instance, run: instance - (uint)place))
        .GroupBy(pair => pair.run, pair => pair.instance)
        .Select(run => run.First() == run.Last() ? $"{run.First()}" : $"{run.First()}-{run.Last()}");

    private static void WriteFile(string path, Action<Utf8JsonWriter> members)
    {
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    }
}
