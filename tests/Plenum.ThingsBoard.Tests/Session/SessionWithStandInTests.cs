using System.Collections.Concurrent;
using System.Text.Json;
using Plenum.Demo;
using Plenum.ThingsBoard.Payloads;
using Plenum.ThingsBoard.Session;

namespace Plenum.ThingsBoard.Tests.Session;

public sealed class SessionWithStandInTests : IAsyncLifetime
{
    private const string Token = "A1_TEST_TOKEN";

    private readonly Recorder _handler = new();
    private ThingsBoardStandIn _server = null!;
    private Func<string, ReadOnlyMemory<byte>, Verdict> _judge = static (_, _) => Verdict.Take;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SessionOptions Options => new() { Host = "127.0.0.1", Port = _server.Port, Credentials = SessionCredentials.AccessToken(Token) };

    public async ValueTask InitializeAsync() => _server = await StartAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_publish_completes_once_the_server_has_it()
    {
        var delivered = new ConcurrentQueue<Delivery>();
        _server.Delivered += delivered.Enqueue;
        await using var session = await Wait.ConnectAsync(Options);

        await session.PublishAsync(Topics.Connect, PayloadWriter.Connect("Dev 1", "ahu"), Cancel);
        await session.PublishAsync(Topics.Telemetry, """{"Dev 1":[{"ts":1000,"values":{"t":21.5,"on":true}}]}"""u8.ToArray(), Cancel);

        Assert.Equal("ahu", _server.Devices["Dev 1"]);
        Assert.Equal([("Dev 1", "t", 1000L, "21.5"), ("Dev 1", "on", 1000L, "true")],
            delivered.Select(value => (value.Device, value.Key, value.TimestampMs ?? 0, value.Value.GetRawText())));
    }

    [Fact]
    public async Task An_unknown_token_is_refused_with_cause_cure_and_code_and_is_not_repeated_in_the_message()
    {
        var failure = await Assert.ThrowsAsync<ConnectFailedException>(() => Wait.ConnectAsync(Options with { Credentials = SessionCredentials.AccessToken("WRONG_SECRET") }));
        Assert.Equal(SessionCodes.BadCredentials, failure.Code);
        Assert.Contains("does not accept an access token (NotAuthorized)", failure.Message, StringComparison.Ordinal);
        Assert.Contains("TB_GW_ACCESS_TOKEN", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("WRONG_SECRET", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eighty_percent_of_the_servers_limits_are_kept_to_once_it_says_them()
    {
        await using var session = await Wait.ConnectAsync(Options);
        await Wait.UntilAsync(() => session.Limits == new SessionLimits(52428, 80));
    }

    [Fact]
    public async Task A_server_that_does_not_say_its_limits_takes_publishes_all_the_same()
    {
        await RestartAsync(new() { Tokens = [Token], AnswersLimits = false });
        await using var session = await Wait.ConnectAsync(Options);
        await session.PublishAsync(Topics.Telemetry, """{"D":[{"ts":1,"values":{"k":1}}]}"""u8.ToArray(), Cancel);
        Assert.Equal((1, SessionLimits.None), (_server.Values, session.Limits));
    }

    [Fact]
    public async Task A_server_without_MQTT_5_is_spoken_to_in_3_1_1()
    {
        await RestartAsync(new() { Tokens = [Token], SpeaksMqtt5 = false });
        await using var session = await Wait.ConnectAsync(Options);
        await session.PublishAsync(Topics.Telemetry, """{"D":[{"ts":1,"values":{"k":1}}]}"""u8.ToArray(), Cancel);
        Assert.Equal(1, _server.Values);
        Assert.Equal(SessionCodes.BadCredentials, (await Assert.ThrowsAsync<ConnectFailedException>(
            () => Wait.ConnectAsync(Options with { Credentials = SessionCredentials.AccessToken("other") }))).Code);
    }

    [Fact]
    public async Task A_call_of_a_device_is_handed_over_and_its_answer_reaches_the_server()
    {
        await using var session = await Wait.ConnectAsync(Options, _handler);
        var answer = _server.CallAsync("Dev 1", "set_sp", "22.5", Cancel);
        var call = await _handler.NextAsync<DeviceRpc>();
        await session.ReplyAsync(call, """{"result":true}"""u8.ToArray(), Cancel);

        Assert.Equal(("Dev 1", "set_sp", "22.5"), (call.Device, call.Method, call.Params.GetRawText()));
        Assert.Equal("""{"result":true}""", (await answer.WaitAsync(Wait.Limit, Cancel)).GetRawText());
    }

    [Fact]
    public async Task A_call_of_the_gateway_is_handed_over_and_its_answer_reaches_the_server()
    {
        await using var session = await Wait.ConnectAsync(Options, _handler);
        var answer = _server.CallGatewayAsync("gateway_ping", "{}", Cancel);
        await session.ReplyAsync(await _handler.NextAsync<GatewayRpc>(), """{"code":200,"resp":"pong"}"""u8.ToArray(), Cancel);
        Assert.Equal("""{"code":200,"resp":"pong"}""", (await answer.WaitAsync(Wait.Limit, Cancel)).GetRawText());
    }

    [Fact]
    public async Task Shared_attributes_come_when_they_change_and_when_they_are_asked_for_also_a_single_one()
    {
        await using var session = await Wait.ConnectAsync(Options, _handler);
        await _server.SetSharedAsync("Dev 1", """{"sp":21.5,"on":true}""");
        var changed = await _handler.NextAsync<DeviceAttributes>();
        await session.AskSharedAttributesAsync("Dev 1", ["sp", "on"], Cancel);
        var both = await _handler.NextAsync<DeviceAttributes>();
        await session.AskSharedAttributesAsync("Dev 1", ["sp"], Cancel);
        var single = await _handler.NextAsync<DeviceAttributes>();

        Assert.Equal(["""{"sp":21.5,"on":true}""", """{"sp":21.5,"on":true}""", """{"sp":21.5}"""], new[] { changed, both, single }.Select(it => it.Values.GetRawText()));
        Assert.All([changed, both, single], it => Assert.Equal("Dev 1", it.Device));
    }

    [Fact]
    public async Task Shared_attributes_of_the_gateway_itself_are_handed_over()
    {
        await using var session = await Wait.ConnectAsync(Options, _handler);
        await _server.SendAsync(Topics.OwnAttributes, """{"RemoteLoggingLevel":"INFO"}""");
        Assert.Equal("""{"RemoteLoggingLevel":"INFO"}""", (await _handler.NextAsync<JsonElement>()).GetRawText());
    }

    [Fact]
    public async Task What_cannot_be_understood_is_counted_and_the_next_call_still_comes()
    {
        await using var session = await Wait.ConnectAsync(Options, _handler);
        await _server.SendAsync(Topics.Rpc, "nonsense");
        await _server.SendAsync(Topics.Attributes, "[]");
        await _server.SendAsync(Topics.OwnRpcRequest + "7", """{"params":1}""");
        _ = _server.CallAsync("Dev 1", "get", "null", Cancel);
        await _handler.NextAsync<DeviceRpc>();
        Assert.Equal(3, session.Malformed);
    }

    [Fact]
    public async Task A_handler_that_fails_costs_one_message_and_not_the_session()
    {
        _handler.FailsOnce = true;
        await using var session = await Wait.ConnectAsync(Options, _handler);
        _ = _server.CallAsync("Dev 1", "first", "null", Cancel);
        _ = _server.CallAsync("Dev 1", "second", "null", Cancel);
        Assert.Equal("second", (await _handler.NextAsync<DeviceRpc>()).Method);
        Assert.False(session.Lost.IsCompleted);
    }

    [Theory]
    [InlineData(Verdict.RefuseTopic, RefusalReason.NotAuthorized)]
    [InlineData(Verdict.RefusePayload, RefusalReason.PayloadInvalid)]
    public async Task A_refused_publish_says_so_and_the_session_goes_on(Verdict verdict, RefusalReason reason)
    {
        _judge = (topic, _) => topic == Topics.Connect ? verdict : Verdict.Take;
        await using var session = await Wait.ConnectAsync(Options);
        var refusal = await Assert.ThrowsAsync<PublishRefusedException>(() => session.PublishAsync(Topics.Connect, PayloadWriter.Connect("D", "p"), Cancel));
        await session.PublishAsync(Topics.Telemetry, """{"D":[{"ts":1,"values":{"k":1}}]}"""u8.ToArray(), Cancel);
        Assert.Equal((reason, 1), (refusal.Reason, _server.Values));
    }

    [Fact]
    public async Task A_publish_that_makes_the_server_close_the_connection_faults_and_ends_the_session()
    {
        _judge = (topic, _) => topic == Topics.Telemetry ? Verdict.Close : Verdict.Take;
        await using var session = await Wait.ConnectAsync(Options);
        var lost = await Assert.ThrowsAsync<SessionLostException>(() => session.PublishAsync(Topics.Telemetry, "{}"u8.ToArray(), Cancel).WaitAsync(Wait.Limit, Cancel));
        Assert.Equal((SessionCodes.Closed, LossKind.ClosedByServer), (lost.Loss.Code, lost.Loss.Kind));
        Assert.Equal(lost.Loss, await session.Lost);
        Assert.Same(lost.Loss, (await Assert.ThrowsAsync<SessionLostException>(() => session.PublishAsync(Topics.Telemetry, "{}"u8.ToArray(), Cancel))).Loss);
    }

    [Fact]
    public async Task A_second_gateway_with_the_same_token_is_named_as_the_reason()
    {
        await using var first = await Wait.ConnectAsync(Options);
        await using var second = await Wait.ConnectAsync(Options);
        Assert.Equal(SessionCodes.TakenOver, (await first.Lost.WaitAsync(Wait.Limit, Cancel)).Code);
        Assert.False(second.Lost.IsCompleted);
    }

    [Fact]
    public async Task A_server_that_shuts_down_is_named_as_the_reason()
    {
        await using var session = await Wait.ConnectAsync(Options);
        await _server.DisconnectAllAsync();
        Assert.Equal(SessionCodes.ServerBusy, (await session.Lost.WaitAsync(Wait.Limit, Cancel)).Code);
    }

    [Fact]
    public async Task Disposing_ends_the_session_and_every_publish_that_follows()
    {
        var session = await Wait.ConnectAsync(Options);
        await session.DisposeAsync();
        await session.DisposeAsync();
        Assert.Equal(LossKind.Closed, (await session.Lost).Kind);
        await Assert.ThrowsAsync<SessionLostException>(() => session.PublishAsync(Topics.Telemetry, "{}"u8.ToArray(), Cancel));
    }

    private async Task RestartAsync(StandInOptions options)
    {
        await _server.DisposeAsync();
        _server = await StartAsync(options);
    }

    private Task<ThingsBoardStandIn> StartAsync(StandInOptions? options = null) =>
        ThingsBoardStandIn.StartAsync((options ?? new() { Tokens = [Token] }) with { Judge = (topic, payload) => _judge(topic, payload) }, TimeProvider.System);
}
