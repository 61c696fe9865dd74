using Microsoft.Extensions.Logging;
using Plenum.Gateway.Model;
using Plenum.ThingsBoard;
using Plenum.ThingsBoard.Session;

namespace Plenum.Gateway.Tests.Uplink;

/// <summary>No message and no device can keep the others from the server for ever; and none is given up while it may not be its fault.</summary>
public sealed class PoisonTests
{
    [Theory]
    [InlineData(RefusalReason.PayloadInvalid)]
    [InlineData(RefusalReason.TooLarge)]
    public async Task A_message_that_is_refused_again_and_again_while_others_are_taken_is_set_aside_loudly(RefusalReason reason)
    {
        await using var uplink = new UplinkHarness { OnPublish = (_, publish) => AnswerUnless(publish, "poison", it => it.Refuse(reason)) };
        uplink.Outbox.Store("A", """{"t":1}""");
        var poison = uplink.Outbox.Store("Bad", """{"poison":1}""", timestamp: 77);
        uplink.Outbox.Store("B", """{"t":2}""");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Outbox.Deleted.Count == 2);
        Assert.DoesNotContain(poison, uplink.Outbox.Deleted);

        await uplink.UntilAsync(() =>
        {
            uplink.Outbox.Store("A", """{"t":3}"""); // life goes on
            return uplink.Loop.State.Rejected == 1;
        });
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        Assert.Equal(1, uplink.Loop.State.Rejected);
        Assert.Single(uplink.Sessions);
        var error = Assert.Single(uplink.Logged, it => it.Level == LogLevel.Error).Text;
        Assert.Contains($"Set aside a message of Bad with the timestamp 77 (12 bytes, it is lost): refused: {reason}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_everything_is_refused_nothing_is_set_aside_and_all_arrives_once_the_server_is_put_right()
    {
        await using var uplink = new UplinkHarness(new() { MaxPayloadBytes = 120 }) { OnPublish = (_, publish) => AnswerUnless(publish, "\"ts\"", it => it.Refuse(RefusalReason.NotAuthorized)) };
        for (var i = 0; i < 50; i++) uplink.Outbox.Store("A", """{"t":1}""");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Loop.State.Published > 50);
        await uplink.PassAsync(TimeSpan.FromMinutes(30));
        Assert.Equal((50, 0L), (uplink.Outbox.Waiting, uplink.Loop.State.Rejected));
        Assert.Equal("uplink-publish-refused", uplink.Loop.State.ProblemCode);

        uplink.OnPublish = FakeSession.AcknowledgeAll;
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        Assert.Equal((0L, null), (uplink.Loop.State.Rejected, uplink.Loop.State.Problem));
    }

    [Theory]
    [InlineData(LossKind.ClosedByServer)]
    [InlineData(LossKind.Silence)]
    public async Task A_message_on_which_every_session_breaks_is_found_and_set_aside_and_the_others_arrive(LossKind kind)
    {
        await using var uplink = new UplinkHarness { };
        uplink.OnPublish = (session, publish) => AnswerUnless(publish, "poison", _ => session.Break(kind));
        for (var i = 0; i < 20; i++) uplink.Outbox.Store("A", """{"t":1}""");
        uplink.Outbox.Store("Bad", """{"poison":1}""");
        for (var i = 0; i < 20; i++) uplink.Outbox.Store("B", """{"t":2}""");
        uplink.Start();
        await uplink.UntilAsync(() =>
        {
            if (uplink.Outbox.Waiting < 3) uplink.Outbox.Store("A", """{"t":3}""");
            return uplink.Loop.State.Rejected == 1;
        });
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        Assert.Equal(1, uplink.Loop.State.Rejected);
        Assert.InRange(uplink.Sessions.Count, 6, 8);
    }

    [Fact]
    public async Task A_link_that_breaks_all_the_time_costs_no_message()
    {
        var publishes = 0;
        await using var uplink = new UplinkHarness(new() { MaxPayloadBytes = 60 });
        uplink.OnPublish = (session, publish) =>
        {
            if (++publishes % 7 == 0) session.Break(); // hits whatever is on its way
            else publish.Acknowledge();
        };
        for (var i = 0; i < 200; i++) uplink.Outbox.Store("A", """{"t":1}""");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        Assert.Equal((0L, 200L), (uplink.Loop.State.Rejected, uplink.Loop.State.Acknowledged));
    }

    [Fact]
    public async Task A_device_with_a_message_set_aside_does_not_drag_others_down_and_is_believed_again_once_one_is_taken()
    {
        await using var uplink = new UplinkHarness { OnPublish = (_, publish) => AnswerUnless(publish, "Bad", it => it.Refuse()) };
        uplink.Outbox.Store("Bad", """{"t":0}""");
        uplink.Start();
        await uplink.UntilAsync(() =>
        {
            if (uplink.Outbox.Waiting < 3) uplink.Outbox.Store("A", """{"t":3}""");
            return uplink.Loop.State.Rejected == 1;
        });
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);

        var warnings = uplink.Logged.Count(it => it.Level == LogLevel.Warning);
        uplink.Outbox.Store("Bad", """{"t":1}""");
        uplink.Outbox.Store("A", """{"t":4}""");
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        Assert.Equal((2L, warnings), (uplink.Loop.State.Rejected, uplink.Logged.Count(it => it.Level == LogLevel.Warning)));

        uplink.OnPublish = FakeSession.AcknowledgeAll;
        uplink.Outbox.Store("Bad", """{"t":5}""");
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        uplink.Outbox.Store("Bad", """{"t":6}""");
        uplink.Outbox.Store("A", """{"t":7}""");
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        Assert.Equal(2, uplink.Loop.State.Rejected);
    }

    [Fact]
    public async Task A_part_of_a_split_message_that_is_refused_keeps_the_whole_message_until_all_parts_are_taken()
    {
        var refusals = 0;
        await using var uplink = new UplinkHarness(new() { MaxPayloadBytes = 100 });
        uplink.OnPublish = (_, publish) => AnswerUnless(publish, "\"k05\"", it =>
        {
            if (refusals++ == 0) it.Refuse();
            else it.Acknowledge();
        });
        uplink.Outbox.Store("A", "{" + string.Join(',', Enumerable.Range(0, 20).Select(i => $"\"k{i:00}\":{i}")) + "}");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        Assert.Equal((0L, 1L, 2), (uplink.Loop.State.Rejected, uplink.Loop.State.Acknowledged, refusals));
    }

    [Fact]
    public async Task Stored_bytes_that_are_no_JSON_object_are_set_aside_and_spoil_no_publish()
    {
        await using var uplink = new UplinkHarness();
        uplink.Outbox.Store("A", """{"t":1}""");
        uplink.Outbox.Store("A", """{"t":""");
        uplink.Outbox.Store("A", """{"t":2}""");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        Assert.Equal(1, uplink.Loop.State.Rejected);
        Assert.Equal("""{"A":[{"ts":1000,"values":{"t":1}},{"ts":1000,"values":{"t":2}}]}""", Assert.Single(uplink.Session.Data).Payload);
    }

    [Fact]
    public async Task A_device_whose_announcement_breaks_every_session_is_passed_over_and_the_others_are_announced()
    {
        await using var uplink = new UplinkHarness();
        uplink.OnPublish = (session, publish) => AnswerUnless(publish, "\"device\":\"Bad\"", _ => session.Break());
        for (var i = 0; i < 30; i++) uplink.Devices.Add(new($"D{i}", "default", "BACnet"));
        uplink.Devices.Add(new("Bad", "default", "BACnet"));
        uplink.Outbox.Store("D1", """{"t":1}""");
        uplink.Outbox.Store("Bad", """{"t":2}""");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        Assert.Equal(30, uplink.Session.Connects.Count);
        Assert.Contains("Device Bad is not announced", Assert.Single(uplink.Logged, it => it.Level == LogLevel.Error).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_answers_nothing_for_a_while_costs_no_device_its_announcement()
    {
        await using var uplink = new UplinkHarness();
        var sessions = 0;
        uplink.OnPublish = (session, publish) =>
        {
            if (uplink.Sessions.Count > 6) publish.Acknowledge();
            else session.Break(LossKind.Silence);
            sessions = uplink.Sessions.Count;
        };
        for (var i = 0; i < 3; i++) uplink.Devices.Add(new($"D{i}", "default", "BACnet"));
        uplink.Outbox.Store("D1", """{"t":1}""");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        Assert.Equal(7, sessions);
        Assert.Equal(3, uplink.Session.Connects.Count);
        Assert.DoesNotContain(uplink.Logged, it => it.Level == LogLevel.Error);
    }

    [Fact]
    public async Task A_refused_announcement_is_warned_of_and_the_values_are_sent()
    {
        await using var uplink = new UplinkHarness { OnPublish = (_, publish) => AnswerUnless(publish, "\"type\"", it => it.Refuse(RefusalReason.NotAuthorized)) };
        uplink.Outbox.Store("A", """{"t":1}""");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        Assert.Contains(uplink.Logged, it => it.Level == LogLevel.Warning && it.Text.Contains("refused to connect device A", StringComparison.Ordinal));
    }

    private static void AnswerUnless(Publish publish, string contains, Action<Publish> otherwise)
    {
        if (publish.Payload.Contains(contains, StringComparison.Ordinal) && (publish.IsData || publish.Topic == Topics.Connect)) otherwise(publish);
        else publish.Acknowledge();
    }
}
