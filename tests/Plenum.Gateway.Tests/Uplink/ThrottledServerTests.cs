using Microsoft.Extensions.Logging;
using Plenum.Gateway.Uplink;
using Plenum.ThingsBoard.Session;

namespace Plenum.Gateway.Tests.Uplink;

/// <summary>A server that has had enough is given time, and no message is given up for it.</summary>
public sealed class ThrottledServerTests
{
    [Fact]
    public async Task A_quota_that_is_used_up_pauses_the_sending_and_costs_no_message()
    {
        var isExceeded = true;
        await using var uplink = new UplinkHarness(new() { MaxPayloadBytes = 120 });
        uplink.OnPublish = (_, publish) =>
        {
            if (publish.IsData && isExceeded) publish.Refuse(RefusalReason.QuotaExceeded);
            else publish.Acknowledge();
        };
        for (var i = 0; i < 500; i++) uplink.Outbox.Store($"D{i % 7}", """{"t":1}""", timestamp: i);
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Loop.State.ProblemCode == "uplink-throttled");
        await uplink.PassAsync(TimeSpan.FromMinutes(20));
        // One window at first, then one publish for each pause, which grows to a minute.
        Assert.InRange(uplink.Session.Data.Count, 16 + 10, 16 + 30);
        Assert.Equal((500, 0L), (uplink.Outbox.Waiting, uplink.Loop.State.Rejected));
        Assert.Single(uplink.Logged, it => it.Text.Contains("has had enough for now", StringComparison.Ordinal));

        isExceeded = false;
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        Assert.Equal((500L, 0L, null), (uplink.Loop.State.Acknowledged, uplink.Loop.State.Rejected, uplink.Loop.State.ProblemCode));
        Assert.Single(uplink.Sessions);
        Assert.Single(uplink.Logged, it => it.Level == LogLevel.Information && it.Text.Contains("takes values again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_takes_so_many_a_second_and_refuses_the_rest_gets_everything_with_few_repetitions()
    {
        await using var uplink = new UplinkHarness(new() { MaxPayloadBytes = 120 });
        var bucket = new Bucket(uplink.Time, perSecond: 5, most: 20);
        uplink.OnPublish = (_, publish) =>
        {
            if (bucket.TryTake()) publish.Acknowledge();
            else publish.Refuse(RefusalReason.QuotaExceeded);
        };
        for (var i = 0; i < 500; i++) uplink.Outbox.Store("D", """{"t":1}""", timestamp: i);
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);

        Assert.Equal(0, uplink.Loop.State.Rejected);
        Assert.True(uplink.Session.Data.Count < 3 * uplink.Session.Data.Count(publish => publish.Answer.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task A_server_that_closes_the_connection_for_its_rate_limit_gets_everything_and_nothing_is_blamed_for_it()
    {
        await using var uplink = new UplinkHarness(new() { MaxPayloadBytes = 120 });
        var bucket = new Bucket(uplink.Time, perSecond: 1, most: 12);
        uplink.OnPublish = (session, publish) =>
        {
            if (bucket.TryTake()) publish.Acknowledge();
            else session.Break();
        };
        for (var i = 0; i < 120; i++) uplink.Outbox.Store("D", """{"t":1}""", timestamp: i);
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);

        Assert.True(uplink.Sessions.Count > 3, "the limit was not met");
        Assert.Equal((120L, 0L), (uplink.Loop.State.Acknowledged, uplink.Loop.State.Rejected));
    }

    [Fact]
    public async Task Attributes_that_met_a_used_up_quota_arrive_in_their_order()
    {
        var publishes = 0;
        await using var uplink = new UplinkHarness(new() { MaxPayloadBytes = 60 });
        uplink.OnPublish = (_, publish) =>
        {
            if (publish.IsData && ++publishes is 3 or 4 or 9) publish.Refuse(RefusalReason.QuotaExceeded);
            else publish.Acknowledge();
        };
        for (var i = 0; i < 16; i++) uplink.Outbox.StoreAttributes("D", $$"""{"a":{{i}}}""");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);

        var taken = uplink.Session.Data.Where(publish => publish.Answer.IsCompletedSuccessfully).Select(publish => publish.Payload).ToList();
        Assert.Equal("""{"D":{"a":15}}""", taken[^1]); // and not one of those that were refused while this one was taken
        Assert.Equal((13L, 3L), (uplink.Loop.State.Acknowledged, uplink.Loop.State.Superseded));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_clock_that_is_set_by_a_day_holds_nothing_up(int days)
    {
        var refusals = 0;
        await using var uplink = new UplinkHarness { Failure = new("uplink-refused", "nothing listens", "start it") };
        uplink.OnPublish = (_, publish) =>
        {
            if (publish.IsData && refusals++ < 2) publish.Refuse();
            else publish.Acknowledge();
        };
        uplink.Outbox.Store("D", """{"t":1}""");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Connects.Count == 3);
        uplink.Time.SetBy(TimeSpan.FromDays(days));
        uplink.Failure = null;
        await uplink.UntilAsync(() => refusals == 2); // refused in company, and then alone: a pause follows
        uplink.Time.SetBy(TimeSpan.FromDays(days));
        var before = uplink.Time.GetTimestamp();

        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);
        Assert.InRange(uplink.Time.GetElapsedTime(before).TotalMinutes, 0, 2);
        Assert.InRange(uplink.Loop.SinceAcknowledged.TotalMinutes, 0, 2);
    }

    /// <summary>A server's rate limit.</summary>
    private sealed class Bucket(TimeProvider time, double perSecond, double most)
    {
        private double _used;
        private long _filled = time.GetTimestamp();

        public bool TryTake()
        {
            var now = time.GetTimestamp();
            _used = Math.Max(0, _used - (time.GetElapsedTime(_filled, now).TotalSeconds * perSecond));
            _filled = now;
            if (_used + 1 > most) return false;
            _used++;
            return true;
        }
    }
}
