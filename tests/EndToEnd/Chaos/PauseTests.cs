namespace EndToEnd.Tests.Chaos;

/// <summary>The whole gateway stands still for a while, as a paused container or virtual machine does.</summary>
/// <remarks>The controllers take half a period to answer, so that some answers come into the socket while nobody reads it. Read afterwards, they are old.</remarks>
[Collection("chaos")]
public sealed class PauseTests
{
    [Fact]
    public Task A_pause_of_four_seconds_loses_nothing() => PauseAsync(TimeSpan.FromSeconds(4));

    [Theory, Trait("Category", "Chaos")]
    [InlineData(30)]
    [InlineData(75)] // longer than any part may be silent
    public Task A_pause_is_not_taken_for_a_part_that_is_stuck(int seconds) => PauseAsync(TimeSpan.FromSeconds(seconds));

    private static async Task PauseAsync(TimeSpan length)
    {
        await using var site = await Site.OpenAsync(new(DelayMs: 100));
        site.OpenServer();
        await using var gateway = await site.StartGatewayAsync();
        var before = await gateway.UntilAsync("all controllers are polled", Site.Patience, health => health.Online == site.Controllers.Count && site.Receipts.Messages > site.Controllers.Count);
        await gateway.FreezeAsync();
        await Task.Delay(length); // how long it stands still is what is tried
        await gateway.ThawAsync();
        var after = await gateway.UntilAsync("polls and deliveries go on", Site.Patience, health =>
            health.Connected && health.Online == site.Controllers.Count && health.Stored >= before.Stored + (20 * site.Controllers.Count) && health.Waiting <= site.Controllers.Count);
        await gateway.StopAsync();

        var wrong = site.Wrong();
        var known = site.Receipts.CountKnown(gateway.Started, StoredMessage.LeftBehind(site.DataFolder));
        Figures.Note($"paused for {length.TotalSeconds} s: {after.Parts.Sum(part => part.Restarts)} parts restarted, {after.Reconnects} reconnects, {after.Stored} messages stored; {Math.Max(0, after.Stored - known)} missing, {wrong.Count} wrong");
        Assert.True(known >= after.Stored, $"{after.Stored} messages were stored, and {known} have arrived or are stored still");
        Assert.Equal(0, after.Parts.Sum(part => part.Restarts));
        Assert.Empty(wrong);
    }
}
