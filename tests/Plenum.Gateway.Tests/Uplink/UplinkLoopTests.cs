using Microsoft.Extensions.Logging;
using Plenum.Gateway.Model;
using Plenum.Gateway.Uplink;
using Plenum.ThingsBoard;
using Plenum.ThingsBoard.Session;

namespace Plenum.Gateway.Tests.Uplink;

public sealed class UplinkLoopTests
{
    [Fact]
    public async Task A_message_is_deleted_when_the_server_has_acknowledged_it_and_not_before()
    {
        await using var uplink = new UplinkHarness { OnPublish = FakeSession.AcknowledgeAllButData };
        uplink.Outbox.Store("A", """{"t":1}""");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Sessions.Count == 1 && uplink.Session.Data.Count == 1);
        await uplink.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Empty(uplink.Outbox.Deleted);

        uplink.Session.Data[0].Acknowledge();
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        await uplink.UntilAsync(() => uplink.Loop.State.Acknowledged == 1);
        Assert.Equal((1, 0, 0), (uplink.Loop.State.Published, uplink.Loop.State.InFlight, uplink.Loop.State.Rejected));
        Assert.NotNull(uplink.Loop.State.LastAcknowledged);
    }

    [Theory]
    [InlineData(null, 16)]
    [InlineData(4, 4)]
    public async Task No_more_publishes_are_on_their_way_than_the_window_and_the_oldest_go_first(int? limit, int window)
    {
        await using var uplink = new UplinkHarness(new() { MaxPayloadBytes = 60 }) { OnPublish = (session, publish) => { if (!publish.IsData) publish.Acknowledge(); session.Limits = new(null, limit); } };
        for (var i = 0; i < 100; i++) uplink.Outbox.Store("A", $$"""{"t":{{1000 + i}}}""");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Sessions.Count == 1 && uplink.Session.Data.Count == window);
        await uplink.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(window, uplink.Session.Data.Count);

        await uplink.UntilAsync(() =>
        {
            foreach (var publish in uplink.Session.Data) publish.Acknowledge();
            return uplink.Outbox.Waiting == 0;
        });
        Assert.Equal(window, uplink.Session.MostInFlight);
        Assert.Equal(Enumerable.Range(1000, 100), uplink.Session.Data.Select(publish => int.Parse(publish.Payload.Split("\"t\":")[1][..4], null)));
    }

    [Fact]
    public async Task The_payload_limit_follows_the_server_once_it_says_its_own()
    {
        await using var uplink = new UplinkHarness(new() { MaxPayloadBytes = 60 });
        uplink.Outbox.Store("A", """{"t":1}""");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        uplink.Session.Limits = new(1000, null);
        uplink.Outbox.StoreMany("A", """{"t":1}""", count: 200);
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        Assert.Contains(uplink.Session.Data, publish => publish.Payload.Length > 900);
        Assert.All(uplink.Session.Data, publish => Assert.InRange(publish.Payload.Length, 1, 1000));
    }

    [Fact]
    public async Task Every_known_device_is_connected_in_every_session_and_says_its_connector()
    {
        await using var uplink = new UplinkHarness();
        for (var i = 0; i < 40; i++) uplink.Devices.Add(new($"D{i}", "ahu", "BACnet"));
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Announced.Count == 40);
        uplink.Session.Break();
        await uplink.UntilAsync(() => uplink.Announced.Count == 80);

        Assert.Equal(2, uplink.Sessions.Count);
        foreach (var session in uplink.Sessions)
        {
            Assert.Equal(Enumerable.Range(0, 40).Select(i => $$"""{"device":"D{{i}}","type":"ahu"}""").Order(), session.Connects.Order());
            Assert.Equal(40, session.Publishes.Count(publish => publish.Topic == Topics.Attributes && publish.Payload.EndsWith("""{"connectorType":"bacnet","connectorName":"BACnet"}}""", StringComparison.Ordinal)));
        }
        Assert.Equal(1, uplink.Loop.State.Reconnects);
    }

    [Fact]
    public async Task A_device_that_only_the_outbox_knows_is_connected_before_its_first_message()
    {
        await using var uplink = new UplinkHarness();
        uplink.Outbox.Store("Old", """{"t":1}""");
        uplink.Outbox.Store("Old", """{"t":2}""");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        Assert.Equal([Topics.Connect, Topics.Telemetry], uplink.Session.Publishes.Select(publish => publish.Topic));
        Assert.Equal("""{"device":"Old","type":"default"}""", Assert.Single(uplink.Session.Connects));
    }

    [Fact]
    public async Task A_device_found_later_is_connected_though_it_says_nothing_and_one_taken_out_is_disconnected()
    {
        await using var uplink = new UplinkHarness();
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Sessions.Count == 1);
        uplink.Devices.Add(new("Quiet", "default", "BACnet"));
        await uplink.UntilAsync(() => uplink.Session.Connects.Count == 1);
        uplink.Devices.Remove("Quiet");
        await uplink.UntilAsync(() => uplink.Session.Publishes.Any(publish => publish.Topic == Topics.Disconnect));
        Assert.Equal("""{"device":"Quiet"}""", uplink.Session.Publishes[^1].Payload);
    }

    [Fact]
    public async Task What_was_not_acknowledged_is_sent_again_in_the_next_session_and_what_was_is_not()
    {
        await using var uplink = new UplinkHarness(new() { MaxPayloadBytes = 60 }) { OnPublish = FakeSession.AcknowledgeAllButData };
        for (var i = 0; i < 6; i++) uplink.Outbox.Store("A", $$"""{"t":{{i}}}""");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Sessions.Count == 1 && uplink.Session.Data.Count == 6);
        foreach (var publish in uplink.Session.Data.Take(2)) publish.Acknowledge();
        uplink.Session.Data[4].Acknowledge(); // a server that acknowledges out of order
        uplink.OnPublish = FakeSession.AcknowledgeAll;
        uplink.Session.Break();
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);

        Assert.Equal(["2", "3", "5"], uplink.Session.Data.Select(publish => publish.Payload.Split("\"t\":")[1][..1]));
    }

    [Fact]
    public async Task A_connect_that_fails_is_tried_again_ever_more_rarely_and_warned_of_once_per_cause()
    {
        await using var uplink = new UplinkHarness { Failure = new("uplink-refused", "nothing listens", "start it") };
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Connects.Count == 9);
        Assert.Equal(("uplink-refused", "nothing listens: start it", null), (uplink.Loop.State.ProblemCode, uplink.Loop.State.Problem, uplink.Loop.State.ConnectedSince));
        var gaps = uplink.Connects.Zip(uplink.Connects.Skip(1), (earlier, later) => (later - earlier).TotalSeconds).ToList();
        Assert.InRange(gaps[0], 1, 2);
        Assert.InRange(gaps[^1], 40, 61);

        uplink.Failure = new("uplink-bad-credentials", "wrong token", "copy it");
        await uplink.UntilAsync(() => uplink.Loop.State.ProblemCode == "uplink-bad-credentials");
        uplink.Failure = null;
        await uplink.UntilAsync(() => uplink.Loop.State.ConnectedSince is not null);
        Assert.Null(uplink.Loop.State.Problem);
        Assert.Equal(["Nothing is sent to the server: nothing listens: start it (uplink-refused)", "Nothing is sent to the server: wrong token: copy it (uplink-bad-credentials)"],
            uplink.Logged.Where(it => it.Level == LogLevel.Warning).Select(it => it.Text));
    }

    [Fact]
    public async Task A_storage_that_cannot_be_read_for_a_while_is_named_and_tried_again()
    {
        await using var uplink = new UplinkHarness();
        uplink.Outbox.Unreadable = new("outbox.db cannot be read: the disk is full. Make room");
        uplink.Outbox.Store("A", """{"t":1}""");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Loop.State.ProblemCode == "outbox-unreadable");
        Assert.Equal("outbox.db cannot be read: the disk is full. Make room", uplink.Loop.State.Problem);
        uplink.Outbox.Unreadable = null;
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        await uplink.UntilAsync(() => uplink.Loop.State.Problem is null);
    }

    [Fact]
    public async Task At_shutdown_what_is_stored_is_sent_before_the_session_is_closed()
    {
        await using var uplink = new UplinkHarness(new() { MaxPayloadBytes = 60 }) { OnPublish = FakeSession.AcknowledgeAllButData };
        for (var i = 0; i < 100; i++) uplink.Outbox.Store("A", """{"t":1}""");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Sessions.Count == 1 && uplink.Session.Data.Count == 16);
        uplink.BeginStop();
        uplink.OnPublish = FakeSession.AcknowledgeAll;
        foreach (var publish in uplink.Session.Data) publish.Acknowledge();
        await uplink.StoppedAsync();
        Assert.Equal(0, uplink.Outbox.Waiting);
        Assert.Equal(LossKind.Closed, (await uplink.Session.Lost).Kind);
    }

    [Fact]
    public async Task At_shutdown_a_server_that_acknowledges_nothing_is_left_after_the_grace_and_nothing_is_deleted()
    {
        await using var uplink = new UplinkHarness { OnPublish = FakeSession.AcknowledgeAllButData };
        uplink.Outbox.Store("A", """{"t":1}""");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Sessions.Count == 1 && uplink.Session.Data.Count == 1);
        var asked = uplink.Time.GetUtcNow();
        uplink.BeginStop();
        await uplink.StoppedAsync();
        Assert.InRange((uplink.Time.GetUtcNow() - asked).TotalSeconds, 5, 7);
        Assert.Equal(1, uplink.Outbox.Waiting);
    }

    [Fact]
    public async Task The_loop_beats_while_there_is_nothing_to_do()
    {
        var beats = 0;
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        using var stop = new CancellationTokenSource();
        var loop = new UplinkLoop(new(), new FakeOutbox(), new DeviceRegistry(), _ => Task.FromResult<IGatewaySession>(new FakeSession(FakeSession.AcknowledgeAll)),
            Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, time, new Random(1))
        { Beat = () => Interlocked.Increment(ref beats) };
        var running = loop.RunAsync(stop.Token);
        for (var minute = 0; minute < 5; minute++)
        {
            var before = Volatile.Read(ref beats);
            for (var bound = 0; Volatile.Read(ref beats) == before && bound < 5000; bound++)
            {
                time.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }
            Assert.True(Volatile.Read(ref beats) > before);
        }
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
