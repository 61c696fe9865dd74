using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using MQTTnet;
using Plenum.Demo;
using Plenum.Gateway.Model;
using Plenum.Gateway.Uplink;
using Plenum.ThingsBoard;
using Plenum.ThingsBoard.Payloads;
using Plenum.ThingsBoard.Session;
using TestKit.Brokers;

namespace Plenum.Gateway.Tests.Uplink;

/// <summary>The uplink with real sessions: with the stand-in for ThingsBoard, and with a plain broker.</summary>
public sealed class UplinkWithServersTests : ISessionHandler, IAsyncDisposable
{
    private const string NotInstalled = "mosquitto is not installed (Debian package mosquitto)";
    private const string Token = "A1_TEST_TOKEN";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly FakeOutbox _outbox = new();
    private readonly DeviceRegistry _devices = new();
    private readonly ConcurrentDictionary<(string Device, long Timestamp), int> _arrived = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _outbox.DisposeAsync();

    [Fact]
    public async Task Every_value_reaches_a_server_that_restarts_in_the_middle_and_every_device_is_connected_again()
    {
        StandInOptions options = new() { Tokens = [Token] };
        for (var i = 0; i < 20; i++) _devices.Add(new($"D{i}", "ahu", "BACnet"));
        var server = await ThingsBoardStandIn.StartAsync(options, TimeProvider.System);
        await using var uplink = new Running(this, server.Port);
        server.Delivered += Arrive;
        Store(from: 0, count: 2000);
        await UntilAsync(() => _arrived.Count > 200);
        await server.DisposeAsync();
        Store(from: 2000, count: 2000);

        await using var again = await ThingsBoardStandIn.StartAsync(options with { Port = server.Port }, TimeProvider.System);
        again.Delivered += Arrive;
        await UntilAsync(() => _outbox.Waiting == 0);

        Assert.Equal(4000, _arrived.Count);
        Assert.Equal(20, again.Devices.Count);
        Assert.All(again.Devices, device => Assert.Equal("ahu", device.Value));
        Assert.Equal(0, server.Malformed + again.Malformed);
        Assert.Equal(0, uplink.Loop.State.Rejected);
    }

    [Fact]
    public async Task A_message_on_which_the_server_closes_the_connection_does_not_stop_the_others()
    {
        await using var server = await ThingsBoardStandIn.StartAsync(new()
        {
            Tokens = [Token],
            Judge = (_, payload) => payload.Span.IndexOf("poison"u8) >= 0 ? Verdict.Close : Verdict.Take,
        }, TimeProvider.System);
        await using var uplink = new Running(this, server.Port);
        server.Delivered += Arrive;
        Store(from: 0, count: 100);
        _outbox.Store("D1", """{"poison":1}""", timestamp: 100_000);
        Store(from: 100, count: 100);
        await UntilAsync(() => _arrived.Count == 200);
        Assert.Equal(1, _outbox.Waiting); // the last of its device is not given up while nothing else is sent
    }

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task A_plain_broker_that_never_says_its_limits_gets_every_value_also_after_kill_minus_9()
    {
        await using var broker = await Mosquitto.StartAsync();
        await using var uplink = new Running(this, broker.Port);
        await using (await ListenAsync(broker.Port))
        {
            Store(from: 0, count: 500);
            await UntilAsync(() => _arrived.Count == 500 && _outbox.Waiting == 0);
        }
        await broker.KillAsync();
        Store(from: 500, count: 500);
        await UntilAsync(() => uplink.Loop.State.ProblemCode == SessionCodes.Refused);

        // The subscriber must be there first: a broker keeps nothing for one that comes later.
        await broker.StartAgainAsync();
        await using var listener = await ListenAsync(broker.Port);
        await UntilAsync(() => _outbox.Waiting == 0);
        Assert.Equal((1000L, 0L), (uplink.Loop.State.Acknowledged, uplink.Loop.State.Rejected));
        Assert.Equal(2, uplink.Loop.State.Sessions);
    }

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task A_broker_that_stands_still_loses_nothing()
    {
        await using var broker = await Mosquitto.StartAsync();
        await using var listener = await ListenAsync(broker.Port);
        await using var uplink = new Running(this, broker.Port);
        Store(from: 0, count: 100);
        await UntilAsync(() => _arrived.Count == 100);
        await broker.FreezeAsync();
        Store(from: 100, count: 300);
        await UntilAsync(() => uplink.Loop.State.ProblemCode is SessionCodes.AckTimeout or SessionCodes.Timeout);
        Assert.True(_outbox.Waiting >= 300);
        await broker.ThawAsync();
        await UntilAsync(() => _outbox.Waiting == 0);
        await UntilAsync(() => _arrived.Count == 400);
    }

    void ISessionHandler.OnRpc(IGatewaySession session, DeviceRpc call) { }

    void ISessionHandler.OnGatewayRpc(IGatewaySession session, GatewayRpc call) { }

    void ISessionHandler.OnAttributes(IGatewaySession session, DeviceAttributes update) { }

    void ISessionHandler.OnGatewayAttributes(IGatewaySession session, JsonElement values) { }

    private void Store(int from, int count)
    {
        for (var i = from; i < from + count; i++) _outbox.Store($"D{i % 20}", $$"""{"value":{{i}}}""", timestamp: i);
    }

    private void Arrive(Delivery value)
    {
        if (value.TimestampMs is { } timestamp) _arrived.AddOrUpdate((value.Device, timestamp), 1, (_, times) => times + 1);
    }

    /// <summary>A subscriber that takes apart what the broker hands on.</summary>
    private async Task<Listener> ListenAsync(int port)
    {
        var client = new MqttClientFactory().CreateMqttClient();
        client.ApplicationMessageReceivedAsync += args =>
        {
            foreach (var device in JsonDocument.Parse(args.ApplicationMessage.Payload).RootElement.EnumerateObject())
                foreach (var entry in device.Value.EnumerateArray())
                    Arrive(new(device.Name, "value", entry.GetProperty("ts").GetInt64(), entry.GetProperty("values"), default));
            return Task.CompletedTask;
        };
        await client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).Build(), Cancel);
        await client.SubscribeAsync(Topics.Telemetry, MQTTnet.Protocol.MqttQualityOfServiceLevel.AtLeastOnce, Cancel);
        return new(client);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var bound = new CancellationTokenSource(Limit);
        while (!condition()) await Task.Delay(5, bound.Token);
    }

    private sealed class Listener(IMqttClient client) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            client.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>A running uplink.</summary>
    private sealed class Running : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _running;

        public Running(UplinkWithServersTests test, int port)
        {
            var options = new SessionOptions
            {
                Host = IPAddress.Loopback.ToString(),
                Port = port,
                Credentials = SessionCredentials.AccessToken(Token),
                AckTimeout = TimeSpan.FromSeconds(2),
                ConnectTimeout = TimeSpan.FromSeconds(2),
            };
            Loop = new(new() { MaxPayloadBytes = 500 }, test._outbox, test._devices,
                cancel => GatewaySession.ConnectAsync(options, test, NullLogger.Instance, TimeProvider.System, cancel), NullLogger.Instance, TimeProvider.System, new Random(1));
            _running = Loop.RunAsync(_stop.Token);
        }

        public UplinkLoop Loop { get; }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _running.WaitAsync(Limit);
            _stop.Dispose();
        }
    }
}
