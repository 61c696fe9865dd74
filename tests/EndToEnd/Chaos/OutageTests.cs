using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;

namespace EndToEnd.Tests.Chaos;

/// <summary>The server is away for long.</summary>
[Collection("chaos")]
public sealed class OutageTests
{
    private const string Yesterday = "Yesterday ";

    [Fact]
    public Task What_was_read_before_the_server_ever_came_outlives_a_kill_and_arrives() => StartWithoutServerAsync(TimeSpan.FromSeconds(3));

    [Fact, Trait("Category", "Chaos")]
    public Task What_was_read_in_forty_seconds_without_a_server_outlives_a_kill_and_arrives() => StartWithoutServerAsync(TimeSpan.FromSeconds(40));

    [Fact] // The server is slow, so that the backlog lasts for some polls.
    public Task An_outage_of_an_hour_is_made_up_for_and_fresh_values_do_not_wait_for_it() => ReplayAsync(devices: 100, minutes: 60, slowness: TimeSpan.FromMilliseconds(20));

    [Fact, Trait("Category", "Chaos")]
    public Task An_outage_of_a_day_is_made_up_for_and_fresh_values_do_not_wait_for_it() => ReplayAsync(devices: 100, minutes: 24 * 60, slowness: TimeSpan.FromMilliseconds(20));

    [Fact, Trait("Category", "Chaos")]
    public Task An_outage_of_a_day_is_made_up_for_at_full_speed() => ReplayAsync(devices: 100, minutes: 24 * 60, slowness: TimeSpan.Zero);

    private static async Task StartWithoutServerAsync(TimeSpan length)
    {
        await using var site = await Site.OpenAsync(new());
        await using var first = await site.StartGatewayAsync();
        var last = await first.UntilAsync($"the gateway has polled for {length} without a server", Site.Patience,
            health => DateTimeOffset.UtcNow - first.Started >= length && health.Stored >= 5 * site.Controllers.Count);
        await first.KillAsync();
        var stored = site.NoteStored(StoredMessage.LeftBehind(site.DataFolder));
        await using var second = await site.StartGatewayAsync();
        site.OpenServer();
        await site.UntilAllArrivedAsync();

        var wrong = site.Wrong();
        Figures.Note($"without a server for {length.TotalSeconds} s, then killed: {last.PollsFresh} of {last.PollsDue} polls fresh, {last.Stored} messages told as stored, "
            + $"{stored} found in the outbox; {site.Receipts.MissingOf(site.Stored).Count} missing, {wrong.Count} wrong");
        Assert.True(stored >= last.Stored, $"{last.Stored} messages were told as stored, and {stored} were in the file");
        Assert.Empty(wrong);
    }

    /// <summary>The outbox is filled as so many devices with a poll a minute would, through the outbox's own code. Then the gateway starts, with other devices to poll.</summary>
    private static async Task ReplayAsync(int devices, int minutes, TimeSpan slowness)
    {
        await using var site = await Site.OpenAsync(new(PollMs: 1000));
        await FillAsync(site.DataFolder, devices, minutes);
        site.NoteStored(StoredMessage.LeftBehind(site.DataFolder));
        Assert.Equal(devices * minutes, site.Stored.Count);
        site.OpenServer();
        site.Door.Slowness = slowness;
        var started = TimeProvider.System.GetTimestamp();
        await using var gateway = await site.StartGatewayAsync();
        var (peak, fresh, freshDelivered) = (0.0, 0L, 0);
        await gateway.UntilAsync("the backlog is delivered", TimeSpan.FromMinutes(10), health =>
        {
            var delivered = site.Receipts.CountOf("Controller ");
            if (site.Receipts.CountOf(Yesterday) == site.Stored.Count) return true;
            (peak, fresh, freshDelivered) = (Math.Max(peak, gateway.PeakMemory), health.Stored, delivered);
            return false;
        });
        var took = TimeProvider.System.GetElapsedTime(started);

        var wrong = site.Wrong().Where(line => !line.StartsWith(Yesterday, StringComparison.Ordinal)).ToList();
        Figures.Note($"{site.Stored.Count} messages of {minutes} minutes replayed in {took.TotalSeconds:F1} s ({site.Stored.Count / took.TotalSeconds:F0} messages/s) with {slowness.TotalMilliseconds} ms for each acknowledgement; "
            + $"of {fresh} fresh ones {freshDelivered} delivered while the backlog lasted, {peak:F0} MiB of memory at most; {site.Receipts.MissingOf(site.Stored).Count} missing, {wrong.Count} wrong");
        Assert.Empty(site.Receipts.MissingOf(site.Stored));
        Assert.Empty(wrong);
        // What was stored in the last second may still be on its way.
        Assert.True(freshDelivered >= (0.8 * fresh) - site.Controllers.Count, $"of {fresh} fresh messages {freshDelivered} were delivered while the backlog lasted");
        Assert.True(peak < 256, $"{peak} MiB");
    }

    private static async Task FillAsync(string folder, int devices, int minutes)
    {
        await using var outbox = SqliteOutbox.Open(folder, new(1L << 30, long.MaxValue, TimeSpan.FromDays(7)), TimeProvider.System, NullLogger<SqliteOutbox>.Instance);
        var began = DateTimeOffset.UtcNow.AddMinutes(-minutes).ToUnixTimeMilliseconds();
        for (var minute = 0; minute < minutes; minute++)
        {
            var at = began + (minute * 60_000L);
            await Task.WhenAll(Enumerable.Range(1, devices).Select(device =>
                outbox.StoreAsync(new($"{Yesterday}{device}", "default", MessageKind.Telemetry, at + device, System.Text.Encoding.UTF8.GetBytes($$"""{"temperature":{{minute % 40}}.5,"number":{{(minute * devices) + device}}}""")), CancellationToken.None).AsTask()));
        }
    }
}
