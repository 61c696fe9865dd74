using Plenum.ThingsBoard.Session;
using TestKit.Brokers;

namespace Plenum.ThingsBoard.Tests.Session;

public sealed class SessionWithMosquittoTests
{
    private const string NotInstalled = "mosquitto is not installed (Debian package mosquitto)";
    private static readonly byte[] Payload = """{"D":[{"ts":1,"values":{"k":1}}]}"""u8.ToArray();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task A_plain_broker_that_knows_nothing_of_ThingsBoard_acknowledges_publishes()
    {
        await using var broker = await Mosquitto.StartAsync();
        await using var session = await Wait.ConnectAsync(Options(broker));
        for (var i = 0; i < 100; i++) await session.PublishAsync(Topics.Telemetry, Payload, Cancel);
        Assert.False(session.Lost.IsCompleted);
    }

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task Our_own_answers_and_attributes_do_not_come_back_to_us()
    {
        await using var broker = await Mosquitto.StartAsync();
        await using var session = await Wait.ConnectAsync(Options(broker));
        await session.PublishAsync(Topics.Attributes, """{"D":{"k":1}}"""u8.ToArray(), Cancel);
        await session.ReplyAsync(new Plenum.ThingsBoard.Payloads.DeviceRpc("D", 1, "m", default), "1"u8.ToArray(), Cancel);
        await session.PublishAsync(Topics.Telemetry, Payload, Cancel);
        Assert.Equal(0, session.Malformed);
    }

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task No_more_publishes_are_in_flight_than_the_brokers_receive_maximum()
    {
        await using var broker = await Mosquitto.StartAsync(_ => "allow_anonymous true\nmax_inflight_messages 3");
        await using var session = await Wait.ConnectAsync(Options(broker));
        Assert.Equal(3, session.Limits.InFlight);
        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => session.PublishAsync(Topics.Telemetry, Payload, Cancel))).WaitAsync(Wait.Limit, Cancel);
    }

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task A_broker_killed_while_publishing_ends_the_session_and_every_publish()
    {
        await using var broker = await Mosquitto.StartAsync();
        await using var session = await Wait.ConnectAsync(Options(broker));
        await session.PublishAsync(Topics.Telemetry, Payload, Cancel);
        await broker.FreezeAsync(); // so that the publishes are surely on their way
        var publishes = Enumerable.Range(0, 50).Select(_ => session.PublishAsync(Topics.Telemetry, Payload, Cancel)).ToList();
        await broker.KillAsync();

        Assert.Equal(LossKind.ClosedByServer, (await session.Lost.WaitAsync(Wait.Limit, Cancel)).Kind);
        foreach (var publish in publishes) await Assert.ThrowsAsync<SessionLostException>(() => publish.WaitAsync(Wait.Limit, Cancel));
    }

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task A_publish_into_a_half_open_link_ends_the_session_at_the_ack_timeout()
    {
        await using var broker = await Mosquitto.StartAsync();
        await using var session = await Wait.ConnectAsync(Options(broker) with { AckTimeout = TimeSpan.FromSeconds(1) });
        await session.PublishAsync(Topics.Telemetry, Payload, Cancel);
        await broker.FreezeAsync();
        var lost = await Assert.ThrowsAsync<SessionLostException>(() => session.PublishAsync(Topics.Telemetry, Payload, Cancel).WaitAsync(Wait.Limit, Cancel));
        Assert.Equal((SessionCodes.AckTimeout, LossKind.Silence), (lost.Loss.Code, lost.Loss.Kind));
    }

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task More_bytes_than_a_half_open_link_swallows_end_the_session_too()
    {
        await using var broker = await Mosquitto.StartAsync();
        await using var session = await Wait.ConnectAsync(Options(broker) with { AckTimeout = TimeSpan.FromSeconds(1) });
        await broker.FreezeAsync();
        var large = new byte[8 << 20];
        var publishes = Enumerable.Range(0, 4).Select(_ => session.PublishAsync(Topics.Telemetry, large, Cancel)).ToList();
        foreach (var publish in publishes) await Assert.ThrowsAsync<SessionLostException>(() => publish.WaitAsync(Wait.Limit, Cancel));
        await session.DisposeAsync().AsTask().WaitAsync(Wait.Limit, Cancel);
    }

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task A_half_open_link_is_noticed_by_ping_though_nothing_is_published()
    {
        await using var broker = await Mosquitto.StartAsync();
        await using var session = await Wait.ConnectAsync(Options(broker) with { KeepAlive = TimeSpan.FromSeconds(2), AckTimeout = TimeSpan.FromSeconds(1) });
        await session.PublishAsync(Topics.Telemetry, Payload, Cancel); // nothing is on its way any more
        await broker.FreezeAsync();
        Assert.Equal(SessionCodes.PingTimeout, (await session.Lost.WaitAsync(Wait.Limit, Cancel)).Code);
    }

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task A_quiet_session_stays_open_longer_than_its_keep_alive()
    {
        await using var broker = await Mosquitto.StartAsync();
        await using var session = await Wait.ConnectAsync(Options(broker) with { KeepAlive = TimeSpan.FromSeconds(1) });
        await Task.WhenAny(session.Lost, Task.Delay(TimeSpan.FromSeconds(3), Cancel)); // the broker waits one and a half times the keep-alive
        Assert.False(session.Lost.IsCompleted);
    }

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task A_topic_that_the_broker_forbids_is_a_refusal()
    {
        await using var broker = await Mosquitto.StartAsync(folder =>
        {
            File.WriteAllText(Path.Combine(folder, "acl"), "topic readwrite v1/devices/#\ntopic readwrite v1/gateway/telemetry\n");
            return $"allow_anonymous true\nacl_file {folder}/acl";
        });
        await using var session = await Wait.ConnectAsync(Options(broker));
        Assert.Equal(RefusalReason.NotAuthorized, (await Assert.ThrowsAsync<PublishRefusedException>(() => session.PublishAsync(Topics.Connect, Payload, Cancel))).Reason);
        await session.PublishAsync(Topics.Telemetry, Payload, Cancel);
    }

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task A_payload_above_the_brokers_packet_size_is_refused_before_it_is_sent()
    {
        await using var broker = await Mosquitto.StartAsync(_ => "allow_anonymous true\nmax_packet_size 1000");
        await using var session = await Wait.ConnectAsync(Options(broker));
        Assert.Equal(872, session.Limits.PayloadBytes);
        Assert.Equal(RefusalReason.TooLarge, (await Assert.ThrowsAsync<PublishRefusedException>(() => session.PublishAsync(Topics.Telemetry, new byte[873], Cancel))).Reason);
        await session.PublishAsync(Topics.Telemetry, new byte[872], Cancel);
    }

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task User_name_password_and_client_id_are_sent_and_a_wrong_password_is_refused()
    {
        await using var broker = await Mosquitto.StartAsync(folder =>
        {
            File.WriteAllText(Path.Combine(folder, "passwords"), "");
            using var tool = System.Diagnostics.Process.Start("/usr/bin/mosquitto_passwd", ["-b", Path.Combine(folder, "passwords"), "gw", "secret"]);
            tool.WaitForExit();
            return $"allow_anonymous false\npassword_file {folder}/passwords\nclientid_prefixes plenum-";
        });
        var options = Options(broker) with { Credentials = new("gw", "secret", "plenum-1") };
        await using (var session = await Wait.ConnectAsync(options)) await session.PublishAsync(Topics.Telemetry, Payload, Cancel);

        var wrong = options with { Credentials = new("gw", "guess", "plenum-1") };
        var failure = await Assert.ThrowsAsync<ConnectFailedException>(() => Wait.ConnectAsync(wrong));
        Assert.Equal(SessionCodes.BadCredentials, failure.Code);
        Assert.Contains("user name \"gw\"", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("guess", failure.Message, StringComparison.Ordinal);
    }

    private static SessionOptions Options(Mosquitto broker) => new() { Host = "127.0.0.1", Port = broker.Port, Credentials = new(null, null, null) };
}
