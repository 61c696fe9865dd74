using System.CommandLine;
using System.Text.Json;
using Plenum.Commands;

namespace Plenum.Tests.Commands;

public sealed class CheckConfigCommandTests : IDisposable
{
    private const string Token = "t0p-s3cret";
    private const string Good = """
        {
          "application": { "host": "0.0.0.0", "port": 47808 },
          "devices": [ {
            "deviceInfo": { "deviceNameExpression": "AHU [1]" }, "host": "192.168.1.2", "pollPeriod": 2500,
            "timeseries": [ { "key": "supply ${objectName}", "objectType": "analogInput", "objectId": "1-2", "reportStrategy": { "type": "ON_CHANGE" } } ],
            "attributeUpdates": [ { "key": "sp", "objectType": "analogValue", "objectId": 3, "priority": 8 } ],
            "serverSideRpc": [ { "method": "get_sp", "requestType": "readProperty", "objectType": "analogValue", "objectId": 3 } ]
          } ]
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("plenum-check-").FullName;
    private readonly StringWriter _output = new();

    public CheckConfigCommandTests()
    {
        Write("tb_gateway.json", $$"""
            { "thingsboard": { "host": "tb.example.com", "security": { "accessToken": "{{Token}}" } },
              "connectors": [ { "name": "BACnet", "type": "bacnet", "configuration": "bacnet.json" } ] }
            """);
        Write("bacnet.json", Good);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_good_configuration_is_shown_and_the_exit_code_is_zero()
    {
        Assert.Equal(0, Run());

        var text = _output.ToString();
        Assert.Contains("tb.example.com:1883, not encrypted, with an access token", text, StringComparison.Ordinal);
        Assert.Contains("AHU [1]", text, StringComparison.Ordinal);
        Assert.Contains("192.168.1.2:47808", text, StringComparison.Ordinal);
        Assert.Contains("2500 ms", text, StringComparison.Ordinal);
        Assert.Contains("analogInput:2 presentValue", text, StringComparison.Ordinal);
        Assert.Contains("it changes", text, StringComparison.Ordinal);
        Assert.Contains("write analogValue:3 presentValue", text, StringComparison.Ordinal);
        Assert.Contains("RPC get_sp", text, StringComparison.Ordinal);
        Assert.Contains("Devices: 1, points: 2. Errors: 0, warnings: 0.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_is_printed_and_the_exit_code_stays_zero()
    {
        Write("bacnet.json", Good.Replace("\"pollPeriod\"", "\"pollPeriode\"", StringComparison.Ordinal));

        Assert.Equal(0, Run());

        Assert.Contains(": warning: devices[0].pollPeriode: unknown key \"pollPeriode\", ignored; did you mean \"pollPeriod\"?", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_is_printed_with_what_is_left_and_the_exit_code_is_78()
    {
        Write("bacnet.json", Good.Replace("\"priority\": 8", "\"priority\": 80", StringComparison.Ordinal));

        Assert.Equal(78, Run());

        Assert.Contains("error: devices[0].attributeUpdates[0].priority", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Devices: 1, points: 2. Errors: 1, warnings: 0. Left out: attribute update 1.", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_file_there_is_nothing_to_run_with()
    {
        File.Delete(Path.Combine(_folder, "tb_gateway.json"));

        Assert.Equal(78, Run());

        Assert.Contains("There is nothing to run with. Errors: 1", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_secret_is_never_printed(bool asJson)
    {
        Run(asJson);

        Assert.DoesNotContain(Token, _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void As_JSON_it_is_one_object()
    {
        Write("bacnet.json", Good.Replace("\"priority\": 8", "\"priority\": 80", StringComparison.Ordinal));

        Assert.Equal(78, Run(asJson: true));

        using var json = JsonDocument.Parse(_output.ToString());
        var root = json.RootElement;
        Assert.False(root.GetProperty("ok").GetBoolean());
        Assert.Equal("devices[0].attributeUpdates[0].priority", root.GetProperty("problems")[0].GetProperty("path").GetString());
        Assert.Equal("attribute update", root.GetProperty("leftOut")[0].GetProperty("kind").GetString());
        var device = root.GetProperty("plan").GetProperty("connectors")[0].GetProperty("devices")[0];
        Assert.Equal(2500, device.GetProperty("pollPeriodMs").GetInt32());
        Assert.Equal("analogInput:2", device.GetProperty("points")[1].GetProperty("object").GetString());
        Assert.Equal(0, device.GetProperty("attributeUpdates").GetArrayLength());
    }

    [Fact]
    public void As_JSON_there_is_a_null_where_there_is_no_plan()
    {
        File.Delete(Path.Combine(_folder, "tb_gateway.json"));

        Run(asJson: true);

        using var json = JsonDocument.Parse(_output.ToString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("plan").ValueKind);
    }

    [Fact]
    public void The_command_line_names_the_folder_and_its_output_is_the_invocations_own()
    {
        var root = new RootCommand { CheckConfigCommand.Create() };

        var exit = root.Parse(["check-config", "--config", _folder, "--json"]).Invoke(new InvocationConfiguration { Output = _output });

        Assert.Equal(0, exit);
        using var json = JsonDocument.Parse(_output.ToString());
        Assert.Equal(_folder, json.RootElement.GetProperty("folder").GetString());
    }

    private int Run(bool asJson = false) => CheckConfigCommand.Run(_folder, "/data", _ => null, asJson, _output);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
