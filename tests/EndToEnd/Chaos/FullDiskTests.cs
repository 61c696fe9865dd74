using EndToEnd.Tests.Processes;

namespace EndToEnd.Tests.Chaos;

/// <summary>The disk that holds the outbox fills up while the server is away: a real file system of 16 MiB.</summary>
[Collection("chaos")]
public sealed class FullDiskTests
{
    [Fact]
    public Task What_was_stored_before_the_disk_was_full_is_delivered_and_storing_goes_on() => FillAsync(isFilledByOthers: true);

    [Fact, Trait("Category", "Chaos")]
    public Task What_was_stored_before_the_outbox_filled_the_disk_is_delivered_and_storing_goes_on() => FillAsync(isFilledByOthers: false);

    /// <param name="isFilledByOthers">Whether another file takes most of the room, or the outbox all of it.</param>
    private static async Task FillAsync(bool isFilledByOthers)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Mounting a small file system needs root; run ./test as root.");
        await using var site = await Site.OpenAsync(new(Devices: 20, Points: 200));
        await using var disk = await SmallDisk.MountAsync(site.DataFolder, "16m");
        await using var first = await site.StartGatewayAsync();
        await first.UntilAsync("messages are stored", Site.Patience, health => health.Stored >= site.Controllers.Count);
        if (isFilledByOthers) disk.FillBut(bytes: 1 << 20);
        var full = await first.UntilAsync("values are dropped and health is red", TimeSpan.FromMinutes(5), health => health.Dropped > 2 * site.Controllers.Count && health.Status == "red");

        // Full as it is, it is killed and started again.
        await first.KillAsync();
        var stored = site.NoteStored(StoredMessage.LeftBehind(site.DataFolder));
        Assert.Equal(full.Waiting, stored);
        await using var second = await site.StartGatewayAsync();
        var still = await second.UntilAsync("the second gateway tells that the disk is full", Site.Patience, health => health.Status == "red" && health.Dropped > 0);
        site.NoteStored(StoredMessage.InUse(site.DataFolder));

        site.OpenServer();
        await site.UntilAllArrivedAsync();
        var after = await second.UntilAsync("new values are stored again", Site.Patience, health => health.Stored >= still.Stored + (2 * site.Controllers.Count) && health.Connected);
        disk.MakeRoom();
        var last = await second.UntilAsync("all is well again", Site.Patience, health => health.Problem is null && health.Status == "ok");
        await second.StopAsync();

        var wrong = site.Wrong();
        Figures.Note($"a disk of 16 MiB, full by {(isFilledByOthers ? "other files" : "the outbox")}: {stored} messages stored by then, {full.Dropped} dropped and told, health {full.Status}: {full.Problem} "
            + $"Once the server is back {after.Stored - still.Stored} more are stored; {site.Receipts.MissingOf(site.Stored).Count} missing, {wrong.Count} wrong, {last.Dropped - after.Dropped} dropped afterwards");
        Assert.Contains("disk is full", full.Problem, StringComparison.Ordinal);
        Assert.Empty(wrong);
    }

    /// <summary>A file system of its own, of a fixed size, in memory.</summary>
    private sealed class SmallDisk(string folder) : IAsyncDisposable
    {
        private readonly string _ballast = Path.Combine(folder, "somebody-elses.log");

        public static async Task<SmallDisk> MountAsync(string folder, string size)
        {
            (await Tool.RunAsync("mount", ["-t", "tmpfs", "-o", $"size={size}", "plenum-test", folder])).Checked();
            return new(folder);
        }

        /// <summary>Takes all room but so much.</summary>
        public void FillBut(long bytes)
        {
            using var ballast = File.Create(_ballast);
            ballast.Write(new byte[new DriveInfo(folder).AvailableFreeSpace - bytes]);
        }

        /// <summary>Gives back what was taken, if anything was.</summary>
        public void MakeRoom() => File.Delete(_ballast);

        public async ValueTask DisposeAsync() => (await Tool.RunAsync("umount", ["--lazy", folder])).Checked();
    }
}
