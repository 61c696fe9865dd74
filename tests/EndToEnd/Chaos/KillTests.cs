namespace EndToEnd.Tests.Chaos;

/// <summary>The gateway is killed, again and again, at moments that nobody chose.</summary>
/// <remarks>
/// What was stored is known in two ways, neither from the gateway that has to deliver it: what lies in the outbox file after the kill, and how many messages the
/// killed gateway said it had stored. Each must be in the file or acknowledged by the broker. At one start of three the server is away, so that there is a backlog,
/// in whose delivery the next kill falls; at another it is slow, so that there is always something on its way. Every other life is counted from the start of the process,
/// so that kills fall into the start too; the others from when it tells its health, so that they fall into its work, however slow the machine is.
/// </remarks>
[Collection("chaos")]
public sealed class KillTests
{
    private const int ShortestLife = 50, LongestLife = 1500;
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(50);

    [Fact]
    public Task Nothing_that_was_stored_is_lost_when_the_gateway_is_killed_eight_times() => KillAsync(8);

    [Fact, Trait("Category", "Chaos")]
    public Task Nothing_that_was_stored_is_lost_when_the_gateway_is_killed_two_hundred_times() => KillAsync(200);

    private static async Task KillAsync(int kills)
    {
        await using var site = await Site.OpenAsync(new());
        site.OpenServer();
        var chance = new Random(kills);
        var (claimed, backlogs, unknown) = (0L, 0, 0L);
        for (var kill = 1; kill <= kills; kill++)
        {
            site.Door.IsShut = kill % 3 == 0;
            site.Door.Slowness = kill % 3 == 1 ? Slow : TimeSpan.Zero;
            await using var gateway = await site.StartGatewayAsync();
            if (kill % 2 == 0) await gateway.UntilAsync("it tells its health", Site.Patience, _ => true);
            await Task.Delay(chance.Next(ShortestLife, LongestLife)); // its life; nothing is waited for
            var stored = (await gateway.TryHealthAsync())?.Stored ?? 0;
            await gateway.KillAsync();

            var left = StoredMessage.LeftBehind(site.DataFolder);
            if (site.NoteStored(left) > 0) backlogs++;
            claimed += stored;
            unknown += Math.Max(0, stored - site.Receipts.CountKnown(gateway.Started, left));
        }
        (site.Door.IsShut, site.Door.Slowness) = (false, TimeSpan.Zero);
        await using var last = await site.StartGatewayAsync();
        await site.UntilAllArrivedAsync();
        await last.UntilAsync("the last gateway polls all controllers", Site.Patience, health => health.Online == site.Controllers.Count);

        var wrong = site.Wrong();
        Figures.Note($"{kills} kills, {claimed} messages told as stored by the killed, {site.Stored.Count} found in the outbox after {backlogs} of the kills, "
            + $"{site.Receipts.Messages} delivered with {site.Receipts.Values} values, {site.Receipts.Repeats} of them more than once; {unknown} missing, {wrong.Count} wrong");
        Assert.Equal(0, unknown);
        Assert.Empty(wrong);
        // Otherwise nothing was tried.
        Assert.True(backlogs >= kills / 8, $"only {backlogs} of {kills} kills met a message in the outbox");
        Assert.True(claimed >= kills, $"the killed had stored only {claimed} messages");
    }
}
