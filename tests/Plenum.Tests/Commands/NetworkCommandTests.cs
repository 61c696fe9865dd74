using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Faults;
using Plenum.Bacnet.Simulator.Sockets;
using Plenum.Tests.Support;

namespace Plenum.Tests.Commands;

/// <summary>The commands that go to the network, against simulated devices.</summary>
public sealed class NetworkCommandTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("device:1000 objectName", "Controller 1000")]
    [InlineData("analogInput:1 units", "degrees-celsius")]
    [InlineData("0:1 object-name", "AHU-1 Supply Air Temperature")]
    [InlineData("device:1000 objectList --index 0", "11")]
    [InlineData("multiStateInput:1 stateText", "[Open, Moving, Closed]")]
    [InlineData("binaryInput:1 eventState", "normal")]
    [InlineData("binaryInput:1 statusFlags", "normal")]
    public async Task Read_prints_the_value_and_nothing_else(string what, string value) =>
        Assert.Equal(new Invocation(0, value + Environment.NewLine, ""), await ReadAsync(what));

    [Fact]
    public async Task Read_is_of_the_present_value_if_nothing_else_is_said()
    {
        var held = site.Device.Device.Read(new(ObjectId.Parse("binaryInput:1"), PropertyId.PresentValue)).Value.AsEnumerated == 1 ? "active" : "inactive";

        Assert.Equal(held, (await ReadAsync("binaryInput:1")).Output.Trim());
    }

    [Fact]
    public async Task Read_as_JSON_keeps_the_type()
    {
        var answer = await ReadAsync("multiStateInput:1 stateText --index 2 --json");

        Assert.Equal($$"""{"device":"{{site.Address}}","object":"multiStateInput:1","property":"stateText","index":2,"value":"Moving"}""", answer.Output.Trim());
        Assert.Equal(JsonValueKind.Number, Json(await ReadAsync("analogInput:1 --json")).GetProperty("value").ValueKind);
        Assert.False(Json(await ReadAsync("binaryInput:1 outOfService --json")).GetProperty("value").GetBoolean());
    }

    [Fact, Trait("Rule", "BTL 3.3"), Trait("Rule", "F7")]
    public async Task An_array_that_is_too_large_for_one_answer_is_read_element_by_element()
    {
        using var building = Building.Open(new BuildingOptions
        {
            Devices = 1,
            PointsPerDevice = 150,
            Port = FreePort.Udp(),
            Bind = new BindRange(0x7F35_0000, 16),
            MaxApdu = 480,
            NoSegmentation = InstanceSet.All,
        }, TimeProvider.System, NullLogger.Instance);
        building.Start();

        var answer = await Invocation.RunAsync("read", building.Controllers[0].Address.ToString(), "device:1000", "objectList", "--json", "--bind", "127.0.0.1", "--port", "0");

        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        Assert.Equal(152, Json(answer).GetProperty("value").GetArrayLength());
    }

    [Fact]
    public async Task A_refusal_is_an_error_with_exit_code_1()
    {
        var text = await ReadAsync("analogInput:99");
        Assert.Equal(new Invocation(1, "", $"error: {site.Address} analogInput:99 presentValue: object: unknown-object{Environment.NewLine}"), text);

        var json = await ReadAsync("analogInput:99 --json");
        Assert.Equal((1, "object: unknown-object"), (json.Exit, Json(json).GetProperty("error").GetString()));
    }

    [Fact]
    public async Task A_device_can_be_given_by_its_instance()
    {
        var answer = await Invocation.RunAsync("read", "1001", "device:1001", "objectName", "--bind", "127.0.0.1", "--port", site.Port);

        Assert.Equal(new Invocation(0, "Controller 1001" + Environment.NewLine, ""), answer);
    }

    [Theory]
    [InlineData("read 127.49.200.1 analogInput:1", "device-silent: 127.49.200.1:47808 did not answer analogInput:1 presentValue")]
    [InlineData("write 127.49.200.1 analogOutput:1 5", "device-silent: 127.49.200.1:47808 did not answer analogOutput:1 presentValue")]
    [InlineData("write 127.49.200.1 analogOutput:1 --relinquish", "device-silent: 127.49.200.1:47808 did not answer analogOutput:1 presentValue")]
    [InlineData("read 4711 analogInput:1", "device-silent: nobody answered Who-Is for instance 4711 within 0.3 s")]
    [InlineData("discover", "nobody answered. Who-Is is a broadcast")]
    public async Task Silence_is_an_error_with_exit_code_69(string line, string error)
    {
        var answer = await Invocation.RunAsync([.. line.Split(' '), "--bind", "127.0.0.1", "--port", "0", "--timeout", "300ms"]);

        Assert.Equal((69, ""), (answer.Exit, answer.Output));
        Assert.StartsWith("error: " + error, answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--bbmd nonsense", "--bbmd \"nonsense\" is not an IPv4 address")]
    [InlineData("--bbmd 0.0.0.0", "--bbmd \"0.0.0.0\" is not an IPv4 address")]
    [InlineData("--bbmd 127.49.200.1 --ttl 30h", "--ttl 108000 s is not within 1 s to 65535 s")]
    public async Task A_BBMD_that_cannot_be_is_an_error_of_the_command_line(string options, string error)
    {
        var answer = await Invocation.RunAsync(["discover", .. options.Split(' '), "--bind", "127.0.0.1", "--port", "0", "--timeout", "300ms"]);

        Assert.Equal(2, answer.Exit);
        Assert.Contains(error, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_BBMD_that_does_not_answer_is_named()
    {
        var answer = await Invocation.RunAsync("discover", "--bbmd", "127.49.200.1", "--bind", "127.0.0.1", "--port", "0", "--timeout", "3s");

        Assert.Equal(69, answer.Exit);
        Assert.Contains("bbmd-silent: the BBMD 127.49.200.1:47808 does not answer", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_another_program_has_is_an_error_with_exit_code_69()
    {
        var busy = await Invocation.RunAsync("read", "1001", "analogInput:1", "--bind", site.Address.Split(':')[0], "--port", site.Port);

        Assert.Equal(69, busy.Exit);
        Assert.Contains($"{site.Port}", busy.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("analogOutput:1 21.5 --priority 8", 8, "21.5", "analogOutput:1 presentValue = 21.5")]
    [InlineData("binaryValue:1 active --priority 9", 9, "1", "binaryValue:1 presentValue = active")]
    [InlineData("multiStateValue:1 3", 16, "3", "multiStateValue:1 presentValue = 3")]
    public async Task Write_writes_at_a_priority_and_relinquishes_it(string what, int priority, string held, string said)
    {
        var id = what.Split(' ')[0];
        Assert.Equal(new Invocation(0, said + Environment.NewLine, ""), await WriteAsync(what));
        Assert.Equal(held, Held(id, priority));

        Assert.Equal(new Invocation(0, $"{id} presentValue relinquished{Environment.NewLine}", ""), await WriteAsync($"{id} --relinquish --priority {priority}"));

        Assert.Equal("null", Held(id, priority));
    }

    [Fact]
    public async Task Write_as_JSON_says_what_was_written()
    {
        var answer = await WriteAsync("analogValue:1 5 --priority 12 --json");

        Assert.Equal($$"""{"device":"{{site.Address}}","object":"analogValue:1","property":"presentValue","written":5}""", answer.Output.Trim());
    }

    [Theory]
    [InlineData("analogInput:1 5", 1, "property: write-access-denied")]
    [InlineData("analogOutput:99 5", 1, "analogOutput:99 presentValue, which is read to learn the type of its value: the device answered object: unknown-object")]
    [InlineData("analogOutput:1 warm", 2, "\"warm\" is not a value for analogOutput:1 presentValue, which holds Real")]
    [InlineData("analogOutput:1 5 --property colour", 2, "\"colour\" is not a property")]
    public async Task What_cannot_be_written_is_told(string what, int exit, string error)
    {
        var answer = await WriteAsync(what);

        Assert.Equal((exit, ""), (answer.Exit, answer.Output));
        Assert.Contains(error, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discover_shows_who_is_there()
    {
        var text = await DiscoverAsync();

        Assert.Equal((0, ""), (text.Exit, text.Error));
        Assert.Contains("Controller 1000", text.Output, StringComparison.Ordinal);
        Assert.Contains($"127.49.0.2:{site.Port}", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discover_as_JSON_is_one_object()
    {
        var all = Json(await DiscoverAsync("--json")).GetProperty("devices");
        Assert.Equal($$"""{"instance":1000,"name":"Controller 1000","address":"{{site.Address}}","vendorId":555,"maxApdu":1476,"segmentation":"segmentedBoth"}""", all[0].GetRawText());
        Assert.Equal(2, all.GetArrayLength());

        var some = Json(await DiscoverAsync("--json", "--range", "1001-1001", "--no-names")).GetProperty("devices");
        Assert.Equal(1001, Assert.Single(some.EnumerateArray()).GetProperty("instance").GetInt32());
        Assert.False(some[0].TryGetProperty("name", out _));
    }

    private Task<Invocation> ReadAsync(string what) => Invocation.RunAsync(["read", site.Address, .. what.Split(' '), "--bind", "127.0.0.1", "--port", "0"]);

    private Task<Invocation> WriteAsync(string what) => Invocation.RunAsync(["write", site.Address, .. what.Split(' '), "--bind", "127.0.0.1", "--port", "0"]);

    private Task<Invocation> DiscoverAsync(params string[] options) => Invocation.RunAsync(["discover", "--bind", "127.0.0.1", "--port", site.Port, "--timeout", "1s", .. options]);

    private string Held(string id, int priority) => site.Device.Device.Read(new(ObjectId.Parse(id), PropertyId.PriorityArray, (uint)priority)).ToString();

    private static JsonElement Json(Invocation answer)
    {
        using var document = JsonDocument.Parse(answer.Output);
        return document.RootElement.Clone();
    }
}
