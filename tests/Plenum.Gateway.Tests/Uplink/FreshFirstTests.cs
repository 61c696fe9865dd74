using System.Text.Json;
using Plenum.Gateway.Uplink;
using Plenum.ThingsBoard;

namespace Plenum.Gateway.Tests.Uplink;

/// <summary>What is read now does not wait behind what waits from earlier; and attributes, which have no timestamp, end at their newest value.</summary>
public sealed class FreshFirstTests
{
    private const int Backlog = 10_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_value_read_while_a_backlog_drains_is_sent_ahead_of_it_unless_the_order_is_oldest_first(bool freshFirst)
    {
        await using var uplink = new UplinkHarness(new() { MaxPayloadBytes = 500, FreshFirst = freshFirst }) { OnPublish = FakeSession.AcknowledgeAllButData };
        uplink.Outbox.StoreMany("Old", """{"t":1}""", Backlog);
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Sessions.Count == 1 && uplink.Session.Data.Count == 16);
        uplink.Outbox.Store("New", """{"t":2}""");

        await DrainAsync(uplink);

        var data = uplink.Session.Data;
        var place = data.ToList().FindIndex(publish => publish.Payload.Contains("New", StringComparison.Ordinal));
        // At most one read of the backlog goes before it, the window that was on its way included: a few dozen publishes of hundreds.
        if (freshFirst) Assert.InRange(place, 0, data.Count / 10);
        else Assert.Equal(data.Count - 1, place);
        Assert.Equal(Backlog + 1L, uplink.Loop.State.Acknowledged);
    }

    [Fact]
    public async Task Fresh_values_keep_flowing_at_once_for_as_long_as_the_backlog_drains()
    {
        await using var uplink = new UplinkHarness(new() { MaxPayloadBytes = 500 }) { OnPublish = FakeSession.AcknowledgeAllButData };
        uplink.Outbox.StoreMany("Old", """{"t":1}""", Backlog);
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Sessions.Count == 1 && uplink.Session.Data.Count == 16);
        List<int> waits = [];
        for (var fresh = 0; fresh < 10; fresh++)
        {
            var before = uplink.Session.Data.Count;
            uplink.Outbox.Store($"New{fresh}", """{"t":2}""");
            await DrainAsync(uplink, () => uplink.Session.Data.Any(publish => publish.Payload.Contains($"\"New{fresh}\"", StringComparison.Ordinal)));
            waits.Add(uplink.Session.Data.Count - before);
        }
        Assert.True(uplink.Outbox.Waiting > Backlog / 3, "the backlog was gone too soon to say anything");
        Assert.All(waits, publishes => Assert.InRange(publishes, 1, 60));

        await DrainAsync(uplink);
        Assert.Equal(Backlog + 10L, uplink.Loop.State.Acknowledged);
    }

    [Fact]
    public async Task An_attribute_of_now_waits_for_those_of_earlier_and_its_value_is_the_one_that_stays()
    {
        await using var uplink = new UplinkHarness(new() { MaxPayloadBytes = 500 }) { OnPublish = FakeSession.AcknowledgeAllButData };
        uplink.Outbox.StoreMany("Old", """{"t":1}""", Backlog / 2);
        uplink.Outbox.StoreAttributes("D", """{"a":1}""");
        uplink.Outbox.StoreMany("Old", """{"t":1}""", Backlog / 2);
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Sessions.Count == 1 && uplink.Session.Data.Count == 16);
        uplink.Outbox.StoreAttributes("D", """{"a":2}""");
        uplink.Outbox.Store("New", """{"t":2}""");

        await DrainAsync(uplink);

        Assert.Equal(["""{"D":{"a":1}}""", """{"D":{"a":2}}"""], uplink.Session.Data.Where(publish => publish.Topic == Topics.Attributes).Select(publish => publish.Payload));
        Assert.Equal(Backlog + 3L, uplink.Loop.State.Acknowledged);
    }

    [Fact]
    public async Task An_attribute_that_is_refused_at_first_does_not_come_back_over_a_newer_value()
    {
        var refusals = 0;
        await using var uplink = new UplinkHarness();
        uplink.OnPublish = (_, publish) =>
        {
            if (publish.IsData && publish.Payload.Contains("\"a\":1", StringComparison.Ordinal) && refusals++ == 0) publish.Refuse();
            else publish.Acknowledge();
        };
        uplink.Outbox.StoreAttributes("D", """{"a":1,"b":1}""");
        uplink.Outbox.StoreAttributes("E", """{"a":1}"""); // in one publish with that of D
        uplink.Outbox.StoreAttributes("D", """{"a":2}""");
        uplink.Outbox.StoreAttributes("E", """{"a":2}""");
        uplink.Start();
        await uplink.UntilAsync(() => uplink.Outbox.Waiting == 0);

        Assert.Equal(new() { ["D.a"] = 2, ["D.b"] = 1, ["E.a"] = 2 }, AtServer(uplink));
        Assert.Equal((3L, 1L, 0L), (uplink.Loop.State.Acknowledged, uplink.Loop.State.Superseded, uplink.Loop.State.Rejected));
    }

    /// <summary>The attributes that the server ends up with.</summary>
    private static Dictionary<string, int> AtServer(UplinkHarness uplink)
    {
        Dictionary<string, int> values = [];
        foreach (var publish in uplink.Session.Data.Where(publish => publish.Topic == Topics.Attributes && publish.Answer.IsCompletedSuccessfully))
            foreach (var device in JsonDocument.Parse(publish.Payload).RootElement.EnumerateObject())
                foreach (var value in device.Value.EnumerateObject())
                    values[$"{device.Name}.{value.Name}"] = value.Value.GetInt32();
        return values;
    }

    /// <summary>Acknowledges one publish after the other, in their order, until nothing waits or something is so.</summary>
    private static async Task DrainAsync(UplinkHarness uplink, Func<bool>? until = null)
    {
        var acknowledged = uplink.Session.Data.Count(publish => publish.Answer.IsCompleted);
        await uplink.UntilAsync(() =>
        {
            var data = uplink.Session.Data;
            for (var most = acknowledged + 4; acknowledged < Math.Min(data.Count, most); acknowledged++) data[acknowledged].Acknowledge();
            return until?.Invoke() ?? uplink.Outbox.Waiting == 0;
        });
    }
}
