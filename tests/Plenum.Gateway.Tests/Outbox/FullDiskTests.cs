using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Plenum.Gateway.Outbox;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Outbox;

/// <summary>On a disk of sixteen megabytes, mounted by the test, which needs root for it.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LogRecorder<SqliteOutbox> _log = new();
    private readonly FakeTimeProvider _time = Messages.Clock();
    private readonly bool _mounted;

    public FullDiskTests() => _mounted = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", "size=16m", "plenum-test", _folder.Path);

    private string Ballast => _folder.File("ballast");

    public void Dispose()
    {
        if (_mounted) Run("umount", _folder.Path);
        _folder.Dispose();
    }

    [Fact]
    public async Task A_full_disk_refuses_loudly_keeps_what_it_has_and_goes_on_when_there_is_room()
    {
        SkipUnlessMounted();
        await using var outbox = Open();
        await outbox.StoreAsync(_time, 1, 2, 3);
        FillDisk();

        var refusal = await StoreUntilRefusedAsync(outbox);
        Assert.Contains($"{_folder.File("outbox.db")}: the disk is full or nearly so. Make room on it", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(refusal.Message, outbox.State.Problem);
        Assert.Equal((1, 0, 1), (_log.Count(4102), _log.Count(4103), _log.Count(4106)));
        Assert.Equal([1, 2, 3], outbox.Numbers().Take(3));
        Assert.True(outbox.State.Dropped > 0);

        File.Delete(Ballast);
        await outbox.StoreAsync(_time, 9999);
        Assert.Equal(9999, outbox.Numbers()[^1]);
        Assert.Null(outbox.State.Problem);
        Assert.Equal((1, 1, 1), (_log.Count(4102), _log.Count(4103), _log.Count(4107)));
    }

    [Fact]
    public async Task On_a_full_disk_what_the_server_has_acknowledged_makes_room_for_new_messages()
    {
        SkipUnlessMounted();
        await using var outbox = Open();
        FillDisk(leaving: 600_000);
        await outbox.StoreAsync(_time, 1, 2, 3);
        await StoreUntilRefusedAsync(outbox);
        var waiting = outbox.State.Waiting;

        outbox.Delete([.. outbox.Read(0, int.MaxValue).Select(stored => stored.Id)]);
        await Wait.UntilAsync(() => outbox.State.Deleted == waiting);
        await outbox.StoreAsync(_time, 9999);

        Assert.Equal([9999], outbox.Numbers());
        Assert.Contains("only what the server takes makes room for new messages", outbox.State.Problem, StringComparison.Ordinal);
    }

    [Fact] // The file keeps its size while it is in use; an outage must not leave a disk that is full for ever.
    public async Task An_outbox_that_has_filled_the_disk_itself_gives_it_back_once_the_server_has_taken_everything()
    {
        SkipUnlessMounted();
        await using var outbox = Open();
        await StoreUntilRefusedAsync(outbox);
        Assert.NotNull(outbox.State.Problem);
        var waiting = outbox.State.Waiting;

        outbox.Delete([.. outbox.Read(0, int.MaxValue).Select(stored => stored.Id)]); // all at once: more than the disk has room for in one transaction
        await Wait.UntilAsync(() => outbox.State.Deleted == waiting);
        await outbox.StoreAsync(_time, 9999);
        await outbox.StoreAsync(_time, 10000);

        Assert.Null(outbox.State.Problem);
        Assert.Equal([9999, 10000], outbox.Numbers());
        var ids = outbox.Read(0, int.MaxValue).Select(stored => stored.Id).ToList();
        Assert.True(ids[0] > waiting, "an id is not given twice");
        var stored = outbox.State.Stored;
        await StoreUntilRefusedAsync(outbox);
        Assert.True(outbox.State.Stored - stored > waiting * 0.9, "the disk holds as much as before");
    }

    [Fact]
    public async Task On_a_full_disk_messages_come_and_go_for_ever()
    {
        SkipUnlessMounted();
        await using var outbox = Open();
        FillDisk(leaving: 1_000_000);
        await StoreUntilRefusedAsync(outbox);
        var refused = outbox.State.Dropped;
        FillDisk();

        for (var round = 0; round < 200; round++)
        {
            var ids = outbox.Read(0, 50).Select(stored => stored.Id).ToArray();
            var deleted = outbox.State.Deleted + ids.Length;
            outbox.Delete(ids);
            await Wait.UntilAsync(() => outbox.State.Deleted == deleted);
            for (var n = 0; n < 30; n++) await outbox.StoreAsync(Messages.Number(n, _time, padding: 300), CancellationToken.None);
        }

        Assert.Equal(refused, outbox.State.Dropped);
    }

    [Fact]
    public async Task A_device_first_seen_on_a_full_disk_has_its_name_when_there_is_room()
    {
        SkipUnlessMounted();
        await using var outbox = Open();
        FillDisk();
        await StoreUntilRefusedAsync(outbox);
        var fromNewDevice = Messages.Number(9999, _time, padding: 300) with { Device = "Chiller" };
        await Assert.ThrowsAsync<OutboxException>(() => outbox.StoreAsync(fromNewDevice, CancellationToken.None).AsTask());

        File.Delete(Ballast);
        await outbox.StoreAsync(fromNewDevice, CancellationToken.None);

        Assert.Equal("Chiller", outbox.Read(0, int.MaxValue)[^1].Message.Device);
    }

    [Fact]
    public async Task An_outbox_is_opened_and_emptied_on_a_full_disk()
    {
        SkipUnlessMounted();
        await using (var outbox = Open()) await outbox.StoreAsync(_time, 1, 2, 3);
        FillDisk();

        await using var again = Open();
        Assert.Equal([1, 2, 3], again.Numbers());
        again.Delete([1, 2, 3]);

        await Wait.UntilAsync(() => again.State.Waiting == 0);
    }

    [Fact]
    public async Task The_problem_is_over_when_there_is_room_though_nothing_is_stored()
    {
        SkipUnlessMounted();
        await using var outbox = Open();
        FillDisk();
        await StoreUntilRefusedAsync(outbox);

        File.Delete(Ballast);
        _time.Advance(TimeSpan.FromSeconds(5));

        await Wait.UntilAsync(() => outbox.State.Problem is null);
    }

    private static async Task<OutboxException> StoreUntilRefusedAsync(SqliteOutbox outbox)
    {
        for (var n = 10; n < 100_000; n++)
        {
            try
            {
                await outbox.StoreAsync(Messages.Number(n, TimeProvider.System, padding: 300), CancellationToken.None);
            }
            catch (OutboxException refusal)
            {
                return refusal;
            }
        }
        throw new InvalidOperationException("the disk never became full");
    }

    private SqliteOutbox Open() => SqliteOutbox.Open(_folder.Path, Messages.Ample, _time, _log);

    private void FillDisk(long leaving = 0)
    {
        using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (new DriveInfo(_folder.Path).AvailableFreeSpace > leaving) ballast.Write(new byte[4096]);
        }
        catch (IOException)
        {
            // Full, as intended.
        }
    }

    private void SkipUnlessMounted() => Assert.SkipUnless(_mounted, "mounting a tmpfs needs root on Linux");

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
