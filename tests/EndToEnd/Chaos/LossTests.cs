using EndToEnd.Tests.Processes;
using Plenum.TestKit;

namespace EndToEnd.Tests.Chaos;

/// <summary>The network between gateway and controllers loses datagrams in either direction, by the kernel's own dice.</summary>
[Collection("chaos")]
public sealed class LossTests
{
    private const int Percent = 30;

    [Fact] // Of so few polls a single one that fails by bad luck is much.
    public Task Polls_come_through_where_half_of_all_exchanges_are_lost() => LoseAsync(polls: 40, pollMs: 2000, fromTheStart: false, fresh: 0.85);

    [Fact, Trait("Category", "Chaos")]
    public Task Polls_come_through_where_half_of_all_exchanges_are_lost_in_the_long_run() => LoseAsync(polls: 400, pollMs: 5000, fromTheStart: true, fresh: 0.99);

    private static async Task LoseAsync(int polls, int pollMs, bool fromTheStart, double fresh)
    {
        Assert.SkipWhen(NetworkNamespaces.Obstacle is not null, NetworkNamespaces.Obstacle ?? "");
        Assert.SkipWhen(Tool.Find("nft") is null, "nft is not here: sudo apt-get install -y nftables");
        using var namespaces = new NetworkNamespaces();
        var place = SitePlace.Across(namespaces);
        await using var site = await Site.OpenAsync(new(PollMs: pollMs), place);
        site.OpenServer();
        if (fromTheStart) Lose(place);
        await using var gateway = await site.StartGatewayAsync();
        var first = await gateway.UntilAsync("polling begins", Site.Patience, health => fromTheStart || health.Online == site.Controllers.Count);
        if (!fromTheStart) Lose(place);
        var last = await gateway.UntilAsync($"{polls} polls are over", TimeSpan.FromMinutes(15), health => health.PollsDue >= first.PollsDue + polls);
        await gateway.StopAsync();

        var wrong = site.Wrong();
        var (due, came) = (last.PollsDue - first.PollsDue, last.PollsFresh - first.PollsFresh);
        Figures.Note($"{Percent} % of the datagrams lost in each direction, polls every {pollMs / 1000.0} s: {came} of {due} polls fresh ({100.0 * came / due:F2} %), "
            + $"{last.Stored} messages stored, {site.Receipts.Messages} delivered; {wrong.Count} wrong");
        Assert.True(came >= fresh * due, $"{last}\n{gateway.Log}");
        Assert.True(site.Receipts.Messages >= last.Stored, $"{last.Stored} messages were stored, {site.Receipts.Messages} have arrived");
        Assert.Empty(wrong);
    }

    private static void Lose(SitePlace place)
    {
        NetworkNamespaces.LoseIncoming(place.GatewayNamespace!, Percent);
        NetworkNamespaces.LoseIncoming(place.BuildingNamespace!, Percent);
    }
}
