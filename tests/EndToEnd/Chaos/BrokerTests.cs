using EndToEnd.Tests.Processes;
using Plenum.TestKit;

namespace EndToEnd.Tests.Chaos;

/// <summary>The broker dies, stands still with its connections open, or is behind a link that carries nothing, while the gateway polls on.</summary>
[Collection("chaos")]
public sealed class BrokerTests
{
    [Fact]
    public Task Nothing_is_lost_when_the_broker_is_killed_twice() => KillAsync(2);

    [Fact, Trait("Category", "Chaos")]
    public Task Nothing_is_lost_when_the_broker_is_killed_twenty_times() => KillAsync(20);

    [Fact]
    public Task Nothing_is_lost_while_the_broker_stands_still_for_three_seconds() => FreezeAsync(TimeSpan.FromSeconds(3));

    [Theory, Trait("Category", "Chaos")]
    [InlineData(25)] // within the time that an acknowledgement may take
    [InlineData(50)] // beyond it: the session is given up, and the connects of the next ones are not answered
    public Task Nothing_is_lost_while_the_broker_stands_still(int seconds) => FreezeAsync(TimeSpan.FromSeconds(seconds));

    [Fact]
    public Task Nothing_is_lost_while_the_link_is_half_open_for_three_seconds() => CutAsync(TimeSpan.FromSeconds(3));

    [Theory, Trait("Category", "Chaos")]
    [InlineData(25)]
    [InlineData(50)]
    public Task Nothing_is_lost_while_the_link_is_half_open(int seconds) => CutAsync(TimeSpan.FromSeconds(seconds));

    private static async Task KillAsync(int kills)
    {
        await using var site = await Site.OpenAsync(new());
        site.OpenServer();
        await using var gateway = await site.StartGatewayAsync();
        var chance = new Random(kills);
        for (var kill = 1; kill <= kills; kill++)
        {
            var before = site.Receipts.Messages;
            await gateway.UntilAsync("messages are delivered", Site.Patience, _ => site.Receipts.Messages > before);
            await Task.Delay(chance.Next(1000)); // the moment of the kill
            await site.Broker.KillAsync();
            var stored = (await gateway.UntilAsync("a session is lost", Site.Patience, health => !health.Connected)).Stored;
            await gateway.UntilAsync("polls go on", Site.Patience, health => health.Stored >= stored + (2 * site.Controllers.Count));
            site.NoteStored(StoredMessage.InUse(site.DataFolder));
            await site.Broker.StartAgainAsync();
        }
        await AssertNothingLostAsync(site, gateway, $"{kills} kills of the broker");
    }

    private static async Task FreezeAsync(TimeSpan length)
    {
        await using var site = await Site.OpenAsync(new());
        await WithoutAnswerAsync(site, length, "the broker stood still", site.Broker.FreezeAsync, site.Broker.ThawAsync);
    }

    /// <summary>The kernel drops what goes to and from the server, and neither end is told.</summary>
    private static async Task CutAsync(TimeSpan length)
    {
        Assert.SkipWhen(NetworkNamespaces.Obstacle is not null, NetworkNamespaces.Obstacle ?? "");
        Assert.SkipWhen(Tool.Find("nft") is null, "nft is not here: sudo apt-get install -y nftables");
        using var namespaces = new NetworkNamespaces();
        var place = SitePlace.Across(namespaces);
        await using var site = await Site.OpenAsync(new(), place);
        await WithoutAnswerAsync(site, length, "the link was half open",
            () => Task.Run(() => NetworkNamespaces.Cut(place.GatewayNamespace!, site.ServerPort)), () => Task.Run(() => NetworkNamespaces.Mend(place.GatewayNamespace!)));
    }

    private static async Task WithoutAnswerAsync(Site site, TimeSpan length, string what, Func<Task> begin, Func<Task> end)
    {
        site.OpenServer();
        await using var gateway = await site.StartGatewayAsync();
        await gateway.UntilAsync("messages are delivered", Site.Patience, _ => site.Receipts.Messages > site.Controllers.Count);
        await begin();
        await Task.Delay(length); // how long it lasts is what is tried
        var waiting = site.NoteStored(StoredMessage.InUse(site.DataFolder));
        await end();
        Assert.True(waiting >= site.Controllers.Count, $"only {waiting} messages wait after {length}");
        await AssertNothingLostAsync(site, gateway, $"{what} for {length.TotalSeconds} s, and {waiting} messages waited then");
    }

    /// <summary>Stopped in order, the gateway leaves nothing behind: then as many messages have arrived as it has stored.</summary>
    private static async Task AssertNothingLostAsync(Site site, GatewayProcess gateway, string what)
    {
        await site.UntilAllArrivedAsync();
        var last = await gateway.UntilAsync("the backlog is gone", Site.Patience, health => health.Connected && health.Waiting <= site.Controllers.Count);
        await gateway.StopAsync();
        var left = StoredMessage.LeftBehind(site.DataFolder);
        var known = site.Receipts.CountKnown(gateway.Started, left);
        var wrong = site.Wrong();
        Figures.Note($"{what}: {last.Stored} messages stored, {last.Reconnects} reconnects, {last.PollsFresh} of {last.PollsDue} polls fresh; "
            + $"{Math.Max(0, last.Stored - known)} missing, {wrong.Count} wrong, {left.Count} left in the outbox, {last.Rejected} set aside");
        Assert.True(known >= last.Stored, $"{last.Stored} messages were stored, and {known} have arrived or are stored still\n{gateway.Log}");
        Assert.Empty(left);
        Assert.Equal((0, 0, 0), (last.Dropped, last.Rejected, gateway.ExitCode));
        Assert.Empty(wrong);
    }
}
