using EndToEnd.Tests.Processes;
using Plenum.TestKit;

namespace EndToEnd.Tests.Chaos;

/// <summary>The network between gateway and controllers loses datagrams in either direction, by the kernel's own dice.</summary>
[Collection("chaos")]
public sealed class LossTests
{
    private const int Percent = 30;

    [Fact] // Of so few polls a single one that fails by bad luck is much.
    public Task Polls_come_through_where_half_of_all_exchanges_are_lost() => LoseAsync(polls: 50, pollMs: 2000, fresh: 0.85);

    [Fact, Trait("Category", "Chaos")]
    public Task Polls_come_through_where_half_of_all_exchanges_are_lost_in_the_long_run() => LoseAsync(polls: 400, pollMs: 5000, fresh: 0.99);

    private static async Task LoseAsync(int polls, int pollMs, double fresh)
    {
        Assert.SkipWhen(NetworkNamespaces.Obstacle is not null, NetworkNamespaces.Obstacle ?? "");
        Assert.SkipWhen(Tool.Find("nft") is null, "nft is not here: sudo apt-get install -y nftables");
        using var namespaces = new NetworkNamespaces();
        var place = SitePlace.Across(namespaces);
        await using var site = await Site.OpenAsync(new(PollMs: pollMs), place);
        NetworkNamespaces.LoseIncoming(place.GatewayNamespace!, Percent);
        NetworkNamespaces.LoseIncoming(place.BuildingNamespace!, Percent);
        site.OpenServer();
        await using var gateway = await site.StartGatewayAsync();
        var last = await gateway.UntilAsync($"{polls} polls are over", TimeSpan.FromMinutes(15), health => health.PollsDue >= polls);
        await gateway.StopAsync();

        var wrong = site.Wrong();
        Figures.Note($"{Percent} % of the datagrams lost in each direction, polls every {pollMs / 1000.0} s: {last.PollsFresh} of {last.PollsDue} polls fresh ({100.0 * last.PollsFresh / last.PollsDue:F2} %), "
            + $"{last.Stored} messages stored, {site.Receipts.Messages} delivered; {wrong.Count} wrong");
        Assert.True(last.PollsFresh >= fresh * last.PollsDue, $"{last}\n{gateway.Log}");
        Assert.True(site.Receipts.Messages >= last.Stored, $"{last.Stored} messages were stored, {site.Receipts.Messages} have arrived");
        Assert.Empty(wrong);
    }
}
