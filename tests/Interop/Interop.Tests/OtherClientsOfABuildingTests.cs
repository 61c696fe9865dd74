using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Sockets;

namespace Interop.Tests;

/// <summary>Other stacks as clients of a simulated controller with a log, a file, lists and alarms: every service that they can ask for, in their own words.</summary>
public sealed class OtherClientsOfABuildingTests : IDisposable
{
    private const string Input = """{ "type": 0, "instance": 1 }""", Output = """{ "type": 1, "instance": 1 }""", File = """{ "type": 10, "instance": 1 }""", Class = """{ "type": 15, "instance": 1 }""",
        WholeArray = "4294967295";

    private readonly Building _building;

    public OtherClientsOfABuildingTests()
    {
        Assert.SkipWhen(NodeStack.Obstacle is not null, NodeStack.Obstacle ?? "");
        Assert.True(BindRange.TryParse("127.0.4.1", out var place));
        _building = Building.Open(new() { Devices = 1, PointsPerDevice = 200, Bind = place, Port = FreePort("127.0.4.1"), Extended = true, Password = "sesame", MaxApdu = 480 }, TimeProvider.System, NullLogger.Instance);
        _building.Start();
    }

    public static TheoryData<string> Stacks => ["@bacnet-js/client", "node-bacnet"];

    [Theory, MemberData(nameof(Stacks))]
    public async Task The_list_of_objects_is_read_by_index(string stack)
    {
        await using var client = await ClientAsync(stack);

        Assert.Equal($"2:{Objects.Count}", await ReadAsync(client, [8, 1000], 76, index: 0));
        Assert.Equal(Objects[1], await ReadAsync(client, [8, 1000], 76, index: 2));
    }

    [Fact]
    public async Task The_list_of_objects_comes_in_segments()
    {
        await using var client = await ClientAsync("@bacnet-js/client");

        Assert.Equal(string.Join(' ', Objects), await ReadAsync(client, [8, 1000], 76));   // some 1,000 octets in APDUs of 480
    }

    [Fact] // its SegmentACK says that it comes from a server (clause 20.1.6.2): nobody can tell whose answer it acknowledges, and the transfer is given up
    public async Task A_stack_that_acknowledges_segments_in_the_wrong_role_gets_none_of_the_list_and_no_wrong_one()
    {
        await using var client = await ClientAsync("node-bacnet");

        Assert.Equal("ERR_TIMEOUT", await ReadAsync(client, [8, 1000], 76));
        Assert.Equal($"2:{Objects.Count}", await ReadAsync(client, [8, 1000], 76, index: 0));   // and goes on
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task All_properties_of_an_object_are_read_at_once(string stack)
    {
        await using var client = await ClientAsync(stack);

        var values = (await client.AskAsync(new { @do = "readMultiple", of = new[] { new[] { 0, 1 } }, properties = new[] { 8 } })).EnumerateArray().Select(value => value.GetString()!).ToList();

        Assert.Equal("12:0:1", values[0]);
        Assert.Equal(_building.Controllers[0].Device.Properties(new(ObjectType.AnalogInput, 1))!.Count - 1, values.Count);   // all but Property_List
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task Several_properties_are_written_at_once(string stack)
    {
        await using var client = await ClientAsync(stack);

        await CallAsync(client, "writePropertyMultiple", $$"""[[{ "objectId": {{Output}}, "values": [{ "property": { "id": 85, "index": {{WholeArray}} }, "value": [{ "type": 4, "value": 21.5 }], "priority": 8 }] }]]""");

        Assert.Equal("4:21.5", await ReadAsync(client, [1, 1], 85));
        Assert.Equal("4:21.5", await ReadAsync(client, [1, 1], 87, index: 8));
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task A_file_is_read(string stack)
    {
        await using var client = await ClientAsync(stack);

        var read = await CallAsync(client, "readFile", $"[{File}, 0, 100]");

        Assert.True(read.GetProperty("endOfFile").GetBoolean());
        Assert.Equal("1000 is a simulated controller.\n", Text(read.GetProperty("buffer")));
    }

    [Fact]
    public async Task A_file_is_written()
    {
        await using var client = await ClientAsync("@bacnet-js/client");

        Assert.Equal(0, (await CallAsync(client, "writeFile", $"[{File}, 0, [[65, 66]]]")).GetProperty("position").GetInt32());
        Assert.StartsWith("AB00 is", Text((await CallAsync(client, "readFile", $"[{File}, 0, 100]")).GetProperty("buffer")), StringComparison.Ordinal);
    }

    [Fact] // it asks for records, whatever it is told to
    public async Task A_stack_that_writes_records_into_a_file_of_octets_is_refused()
    {
        await using var client = await ClientAsync("node-bacnet");

        Assert.Contains("INVALID_FILE_ACCESS_METHOD", (await CallAsync(client, "writeFile", $"[{File}, 0, [[65, 66]]]")).GetString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task A_log_is_read_in_parts(string stack)
    {
        await using var client = await ClientAsync(stack);

        JsonElement read;
        do read = await CallAsync(client, "readRange", """[{ "type": 20, "instance": 1 }, 1, 10]"""); while (read.GetProperty("itemCount").GetInt32() == 0);   // its first record is a second old at most

        Assert.Equal(131, read.GetProperty("property").GetProperty("id").GetInt32());
        Assert.Equal(14, read.GetProperty("rangeBuffer").GetProperty("data")[0].GetInt32());   // opening tag 0: the time stamp of a BACnetLogRecord
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task Changes_are_told_with_and_without_confirmation_and_no_more_once_cancelled(string stack)
    {
        await using var client = await ClientAsync(stack);

        foreach (var (confirmed, process) in new[] { (true, 7), (false, 8) })
        {
            Assert.Equal("done", (await CallAsync(client, "subscribeCov", $"[{Input}, {process}, false, {(confirmed ? "true" : "false")}, 60]")).GetString());
            var told = await client.AskAsync(new { @do = "heard" });
            Assert.Equal((confirmed, process, 85), (told.GetProperty("confirmed").GetBoolean(), told.GetProperty("payload").GetProperty("subscriberProcessId").GetInt32(),
                told.GetProperty("payload").GetProperty("values")[0].GetProperty("property").GetProperty("id").GetInt32()));
            Assert.Equal("done", (await CallAsync(client, "subscribeCov", $"[{Input}, {process}, true, false, 0]")).GetString());
        }
        Assert.Equal(0, _building.Controllers[0].Subscriptions);
    }

    [Theory, MemberData(nameof(Stacks))] // both ask for a property with lifetime 0, which clause 13.15.1.1.4 does not have
    public async Task A_subscription_of_a_property_without_a_lifetime_is_rejected(string stack)
    {
        await using var client = await ClientAsync(stack);

        Assert.Equal("BacnetAbort - Reason:6", (await CallAsync(client, "subscribeProperty", $$"""[{{Input}}, { "id": 85, "index": {{WholeArray}} }, 9, false, false]""")).GetString());   // they say abort for reject; 6 is parameter-out-of-range
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task Alarms_are_summarized(string stack)
    {
        await using var client = await ClientAsync(stack);

        var enrolled = await CallAsync(client, "getEnrollmentSummary", "[0]");
        Assert.Equal([1, 2, 3], enrolled.GetProperty("enrollmentSummaries").EnumerateArray().Select(summary => summary.GetProperty("objectId").GetProperty("instance").GetInt32()));
        Assert.DoesNotContain("error", $"{await CallAsync(client, "getAlarmSummary", "[]")}", StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("error", $"{await CallAsync(client, "getEventInformation", $"[{Input}]")}", StringComparison.OrdinalIgnoreCase);
        Assert.Matches("73", (await CallAsync(client, "acknowledgeAlarm", $$"""[{{Input}}, 3, "node", { "type": 1, "value": 3 }, { "type": 1, "value": 4 }]""")).GetString());   // invalid-event-state: there is no such alarm
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task The_clock_is_set(string stack)
    {
        await using var client = await ClientAsync(stack);
        Assert.Equal("told", (await client.AskAsync(new { @do = "setClock", at = "2031-02-03T04:05:06" })).GetString());

        Assert.Equal("10:2031-02-03", await ReadAsync(client, [8, 1000], 56));
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task A_device_is_silenced_and_wakes_for_whoever_knows_the_password(string stack)
    {
        await using var client = await ClientAsync(stack);

        Assert.Contains("26", (await CallAsync(client, "deviceCommunicationControl", """[1, 1, { "password": "nonsense" }]""")).GetString(), StringComparison.Ordinal);   // password-failure
        Assert.Equal("done", (await CallAsync(client, "deviceCommunicationControl", """[1, 1, { "password": "sesame" }]""")).GetString());
        Assert.Equal("ERR_TIMEOUT", await ReadAsync(client, [0, 1], 77));
        Assert.Equal("done", (await CallAsync(client, "deviceCommunicationControl", """[1, 0, { "password": "sesame" }]""")).GetString());
        Assert.StartsWith("7:", await ReadAsync(client, [0, 1], 77), StringComparison.Ordinal);
        Assert.Contains("26", (await CallAsync(client, "reinitializeDevice", """[1, { "password": "nonsense" }]""")).GetString(), StringComparison.Ordinal);
        Assert.Equal("done", (await CallAsync(client, "reinitializeDevice", """[7, { "password": "sesame" }]""")).GetString());   // activate changes: there are none
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task What_the_device_does_not_do_is_refused(string stack)
    {
        await using var client = await ClientAsync(stack);

        Assert.Contains("23", (await CallAsync(client, "deleteObject", $"[{Input}]")).GetString(), StringComparison.Ordinal);   // object-deletion-not-permitted
        Assert.Equal("BacnetAbort - Reason:9", (await CallAsync(client, "confirmedPrivateTransfer", "[260, 8, [33, 5]]")).GetString());   // unrecognized-service, a reject
        // Errors that carry more than class and code: neither stack knows them, and says numbers that are not in them.
        Assert.Contains("Error", (await CallAsync(client, "createObject", """[{ "type": 2, "instance": 900 }, []]""")).GetString(), StringComparison.Ordinal);
        Assert.Contains("Error", (await CallAsync(client, "addListElement", $$"""[{{Class}}, { "id": 102, "index": {{WholeArray}} }, [{ "type": 2, "value": 5 }]]""")).GetString(), StringComparison.Ordinal);
        Assert.Contains("Error", (await CallAsync(client, "removeListElement", $$"""[{{Class}}, { "id": 102, "index": {{WholeArray}} }, [{ "type": 2, "value": 5 }]]""")).GetString(), StringComparison.Ordinal);
    }

    private List<string> Objects => [.. _building.Controllers[0].Device.Read(new(new(ObjectType.Device, 1000), PropertyId.ObjectList)).Value.Elements.Select(Samples.Text)];

    private static string Text(JsonElement buffer) => Encoding.UTF8.GetString([.. buffer.GetProperty("data").EnumerateArray().Select(octet => octet.GetByte())]);

    private static async Task<string?> ReadAsync(NodeStack client, int[] of, int property, int? index = null) =>
        (await (index is { } element ? client.AskAsync(new { @do = "read", of, property, index = element }) : client.AskAsync(new { @do = "read", of, property }))).GetString();

    private static Task<JsonElement> CallAsync(NodeStack client, string method, string arguments) =>
        client.AskAsync(new { @do = "call", method, args = JsonDocument.Parse(arguments).RootElement });

    private Task<NodeStack> ClientAsync(string stack) => NodeStack.ClientAsync(stack, "127.0.4.2", _building.Controllers[0].Address.ToString());

    private static ushort FreePort(string host)
    {
        using Socket probe = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        probe.Bind(new IPEndPoint(IPAddress.Parse(host), 0));
        return (ushort)((IPEndPoint)probe.LocalEndPoint!).Port;
    }

    public void Dispose() => _building.Dispose();
}
