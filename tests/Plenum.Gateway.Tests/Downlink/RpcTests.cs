using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Downlink;

namespace Plenum.Gateway.Tests.Downlink;

/// <summary>Procedures that the server calls, against the real client and simulated devices.</summary>
public sealed class RpcTests : IAsyncDisposable
{
    private const string Output = "objectType=analogOutput;objectId=1;propertyId=presentValue;";

    private readonly CommandLan _lan = new();

    public ValueTask DisposeAsync() => _lan.DisposeAsync();

    [Fact]
    public async Task A_configured_procedure_reads()
    {
        _lan.Configure([CommandLan.Rpc("name", "analogInput:1", writes: false, property: PropertyId.ObjectName)]);

        Assert.Equal("""{"result":{"value":"AHU-1 Supply Air Temperature"}}""", await _lan.AnswerAsync("A", "name", null));
    }

    [Fact]
    public async Task A_configured_procedure_writes_at_its_priority_and_relinquishes_with_null()
    {
        _lan.Configure([CommandLan.Rpc("valve", "analogOutput:1", writes: true, priority: 8)]);
        _lan.Call(7, "A", "valve", "21.5");
        Assert.Equal("""{"result":{"value":21.5}}""", await _lan.Session.ReplyAsync(7));
        Assert.Equal("21.5", CommandLan.Held(_lan.A, "analogOutput:1", PropertyId.PriorityArray, 8));
        Assert.NotEqual("21.5", CommandLan.Held(_lan.B, "analogOutput:1"));

        Assert.Equal("""{"result":{"value":null}}""", await _lan.AnswerAsync("A", "valve", "null"));

        Assert.Equal("null", CommandLan.Held(_lan.A, "analogOutput:1", PropertyId.PriorityArray, 8));
    }

    [Fact]
    public async Task Set_writes_and_get_reads_it_back()
    {
        _lan.Call(7, "A", "set", $"\"{Output}priority=9;value=33.25;\"");
        Assert.Equal("""{"result":{"value":33.25}}""", await _lan.Session.ReplyAsync(7));

        Assert.Equal("""{"result":{"value":33.25}}""", await _lan.AnswerAsync("A", "get", $"\"{Output}\""));
        Assert.Equal("33.25", CommandLan.Held(_lan.A, "analogOutput:1", PropertyId.PriorityArray, 9));
    }

    [Theory]
    [InlineData("multiStateValue", "3", "3")]
    [InlineData("binaryOutput", "active", "1")]
    [InlineData("binaryValue", "true", "1")]
    public async Task Every_type_of_object_can_be_written(string type, string value, string held)
    {
        Assert.Contains("\"value\":", await _lan.AnswerAsync("A", "set", $"\"objectType={type};objectId=1;propertyId=presentValue;value={value};\""), StringComparison.Ordinal);

        Assert.Equal(held, CommandLan.Held(_lan.A, $"{type}:1"));
    }

    [Theory]
    [InlineData("get", "\"objectType=analogInput;objectId=99;propertyId=presentValue;\"", """{"result":{"error":"object: unknown-object"}}""")]
    [InlineData("set", "\"objectType=analogInput;objectId=1;propertyId=presentValue;value=1\"", """{"result":{"error":"property: write-access-denied"}}""")]
    [InlineData("set", "\"objectType=multiStateValue;objectId=1;propertyId=presentValue;value=99\"", """{"result":{"error":"property: value-out-of-range"}}""")]
    public async Task A_refusal_of_the_device_is_the_answer(string method, string parameters, string answer) => Assert.Equal(answer, await _lan.AnswerAsync("A", method, parameters));

    [Fact] // it is read first, and that is refused
    public async Task A_property_of_an_unknown_type_that_cannot_be_read_cannot_be_written()
    {
        Assert.Equal("""{"result":{"error":"its type could not be learned by reading it: object: unknown-object"}}""",
            await _lan.AnswerAsync("A", "set", "\"objectType=schedule;objectId=1;propertyId=presentValue;value=1\""));
    }

    [Fact]
    public async Task The_type_of_a_property_that_the_standard_does_not_fix_is_learned_from_the_device()
    {
        Assert.Equal("""{"result":{"error":"property: write-access-denied"}}""", // and not a complaint about the type
            await _lan.AnswerAsync("A", "set", "\"objectType=analogInput;objectId=1;propertyId=reliability;value=0\""));
        Assert.Equal(2, _lan.Client.Counters.Requests);
    }

    [Fact]
    public async Task A_value_that_does_not_fit_never_reaches_the_device()
    {
        var answer = await _lan.AnswerAsync("A", "set", $"\"{Output}value=warm;\"");

        Assert.Contains("it takes a number, or null to relinquish", answer, StringComparison.Ordinal);
        Assert.Equal(0, _lan.Client.Counters.Requests);
    }

    [Theory]
    [InlineData("C", "get", "device \\u0022C\\u0022 is not known here")]
    [InlineData("A", "reboot", "method \\u0022reboot\\u0022 is not configured for this device, and is not get or set")]
    [InlineData("A", "get", "get wants its parameters as one text")]
    public async Task What_cannot_be_carried_out_is_answered_with_the_reason(string device, string method, string reason) =>
        Assert.StartsWith($$$"""{"result":{"error":"{{{reason}}}""", await _lan.AnswerAsync(device, method, "{}"), StringComparison.Ordinal);

    [Fact]
    public async Task A_silent_device_is_answered_for_within_the_time_allowed_and_delays_nobody()
    {
        _lan.Configure([CommandLan.Rpc("slow", "analogInput:1", writes: false, seconds: 2)]);
        _lan.A.Faults = new() { Silent = true };
        _lan.Call(7, "A", "slow", null);
        await _lan.UntilAsync(() => _lan.Client.Counters.Requests == 1);
        var asked = _lan.Time.Now;

        Assert.StartsWith("""{"result":{"value":""", await _lan.AnswerAsync("B", "slow", null), StringComparison.Ordinal);

        Assert.Equal(asked, _lan.Time.Now); // the other device was answered while no time went by at all
        Assert.False(_lan.Session.IsAnswered(7));
        await _lan.UntilAsync(() => _lan.Session.IsAnswered(7));
        var answer = await _lan.Session.ReplyAsync(7);
        Assert.StartsWith("""{"result":{"error":"device-silent: 10.0.0.2:47808 did not answer analogInput:1 presentValue within 2 s""", answer, StringComparison.Ordinal);
        Assert.EndsWith(""","code":408}""", answer, StringComparison.Ordinal);
        Assert.InRange((_lan.Time.Now - asked).TotalSeconds, 1.9, 2.5);
    }

    [Fact]
    public async Task Calls_of_a_device_that_does_not_answer_take_no_room_from_another()
    {
        _lan.A.Faults = new() { Silent = true };
        for (var i = 0; i < 256; i++) _lan.Call(1000 + i, "A", "get", $"\"{Output}\"");

        Assert.Contains("\"value\"", await _lan.AnswerAsync("B", "get", $"\"{Output}\""), StringComparison.Ordinal);

        await _lan.UntilAsync(() => Enumerable.Range(1000, 256).All(call => _lan.Session.IsAnswered(call)));
        var answers = await Task.WhenAll(Enumerable.Range(1000, 256).Select(call => _lan.Session.ReplyAsync(call)));
        Assert.Equal(256 - RunningCalls.MostOfOne, answers.Count(answer => answer.Contains("too many calls of this device at once (32)", StringComparison.Ordinal)));
        Assert.Equal(RunningCalls.MostOfOne, answers.Count(answer => answer.Contains("device-silent", StringComparison.Ordinal)));
    }

    [Fact]
    public void Calls_of_all_devices_together_have_an_end_too()
    {
        var calls = new RunningCalls();
        for (var i = 0; i < RunningCalls.Most; i++) Assert.Null(calls.TryEnter($"D{i / RunningCalls.MostOfOne}"));

        Assert.StartsWith("too many calls at once (256)", calls.TryEnter("another"), StringComparison.Ordinal);

        calls.Leave("D0");
        Assert.Null(calls.TryEnter("another"));
    }

    [Fact] // as while a connector is started again
    public async Task A_command_through_a_client_that_was_closed_is_answered()
    {
        await _lan.Client.DisposeAsync();
        _lan.A.Faults = new() { Delay = TimeSpan.FromMilliseconds(20) };

        Assert.StartsWith("""{"result":{"error":"it was not sent""", await _lan.AnswerAsync("A", "get", $"\"{Output}\""), StringComparison.Ordinal);
        Assert.Empty(_lan.Logger.Entries);
    }

    [Theory] // the first takes messages in segments, and has something to say about what it was told; the second takes none
    [InlineData("A", "property: write-access-denied")]
    [InlineData("B", "communication: abort-segmentation-not-supported: the value is too long")]
    public async Task A_value_that_is_longer_than_a_datagram_is_answered(string device, string answer)
    {
        var text = new string('x', 2000);

        Assert.StartsWith($$"""{"result":{"error":"{{answer}}""",
            await _lan.AnswerAsync(device, "set", $"\"objectType=analogOutput;objectId=1;propertyId=description;value={text}\""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gateway_ping", """{"code":200,"resp":"pong"}""")]
    [InlineData("gateway_devices", """{"code":200,"resp":{"A":"BACnet","B":"BACnet"}}""")]
    [InlineData("gateway_reboot", """{"error":"Method not found","code":404}""")]
    public async Task The_gateways_own_procedures_are_answered(string method, string answer)
    {
        _lan.Commands.OnGatewayRpc(_lan.Session, new(5, method, default));

        Assert.Equal(answer, await _lan.Session.ReplyAsync(5));
    }
}
