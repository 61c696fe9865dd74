namespace EndToEnd.Tests.Chaos;

/// <summary>Two gateways want one UDP port.</summary>
[Collection("chaos")]
public sealed class PortTests
{
    [Fact]
    public async Task The_second_gateway_on_a_port_is_refused_and_told_who_has_it_and_the_first_does_not_notice()
    {
        await using var site = await Site.OpenAsync(new());
        await using var first = await site.StartGatewayAsync();
        await first.UntilAsync("the first polls all controllers", Site.Patience, health => health.Online == site.Controllers.Count);

        await using var second = await site.StartGatewayAsync(dataFolder: "second");
        var refused = await second.UntilAsync("the second is red", Site.Patience, health => health.Status == "red");

        var connector = refused.Parts.Single(part => part.Name == "connector Building");
        Assert.Contains($"is held by process {first.Id} (plenum)", connector.Reason, StringComparison.Ordinal);
        Assert.Equal(("red", 0L, 0), (connector.Status, refused.PollsDue, refused.Online));
        Assert.Contains("Trying again until it is free", second.Log, StringComparison.Ordinal);
        var before = await first.UntilAsync("the first polls on", Site.Patience, health => health.Online == site.Controllers.Count);
        await first.UntilAsync("the first polls on and on", Site.Patience, health => health.PollsFresh >= before.PollsFresh + (3 * site.Controllers.Count) && health.Online == site.Controllers.Count);

        await first.KillAsync();
        await second.UntilAsync("the second takes over once the port is free", Site.Patience, health => health.Status != "red" && health.Online == site.Controllers.Count);
        Figures.Note($"a second process on the UDP port: refused, health red: {connector.Reason}");
    }
}
