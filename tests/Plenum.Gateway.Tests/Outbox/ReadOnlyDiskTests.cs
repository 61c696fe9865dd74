using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Plenum.Gateway.Outbox;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Outbox;

/// <summary>On a disk of its own, a file with an ext4 in it, which the kernel makes read-only as it does after an error of the disk. Mounting needs root.</summary>
public sealed class ReadOnlyDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LogRecorder<SqliteOutbox> _log = new();
    private readonly FakeTimeProvider _time = Messages.Clock();

    private string Disk => _folder.File("disk");

    private string Image => _folder.File("image");

    public void Dispose()
    {
        Run("umount", Disk);
        _folder.Dispose();
    }

    [Fact]
    public async Task At_the_start_it_is_an_error_that_names_the_file_and_the_cure_and_touches_nothing()
    {
        SkipUnlessMounted();
        await using (var outbox = Open()) await outbox.StoreAsync(_time, 1, 2, 3);
        Assert.True(Run("mount", "-o", "remount,ro", Disk));

        var refusal = Assert.Throws<OutboxException>(Open);

        Assert.Contains(Path.Combine(Disk, SqliteOutbox.FileName), refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Check that the folder is mounted, writable", refusal.Message, StringComparison.Ordinal);
        Assert.True(Run("mount", "-o", "remount,rw", Disk));
        await using var again = Open();
        Assert.Equal([1, 2, 3], again.Numbers());
    }

    [Fact]
    public async Task While_running_storing_is_refused_loudly_what_is_stored_stays_readable_and_is_there_when_the_disk_is_back()
    {
        SkipUnlessMounted();
        await using (var outbox = Open())
        {
            await outbox.StoreAsync(_time, 1, 2, 3);
            Assert.True(Run("mount", "-o", "remount,abort", Disk)); // as after an error of the disk: open files do not keep it writable

            for (var n = 4; n <= 6; n++)
            {
                var refusal = await Assert.ThrowsAsync<OutboxException>(() => outbox.StoreAsync(Messages.Number(n, _time), CancellationToken.None).AsTask());
                Assert.Equal(refusal.Message, outbox.State.Problem);
                Assert.Contains("its folder is still mounted and writable", refusal.Message, StringComparison.Ordinal);
            }
            Assert.Equal([1, 2, 3], outbox.Numbers());
            Assert.Equal((3, new Drops(0, 0, Refused: 3, 0)), (outbox.State.Waiting, outbox.State.Drops));
            Assert.Equal(1, _log.Count(4102));

            outbox.Delete([outbox.Read(0, 1)[0].Id]); // acknowledged, but it cannot be forgotten now
        }
        Assert.True(Run("umount", Disk) && Run("mount", "-o", "loop", Image, Disk));

        await using var again = Open();
        Assert.Equal([1, 2, 3], again.Numbers());
        await again.StoreAsync(_time, 7);
        Assert.Equal([1, 2, 3, 7], again.Numbers());
        Assert.Equal(0, _log.Count(4101));
    }

    private SqliteOutbox Open() => SqliteOutbox.Open(Disk, Messages.Ample, _time, _log);

    private void SkipUnlessMounted()
    {
        Directory.CreateDirectory(Disk);
        using (var image = new FileStream(Image, FileMode.Create)) image.SetLength(32 << 20);
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mkfs.ext4", "-q", Image) && Run("mount", "-o", "loop", Image, Disk),
            "mounting a file as an ext4 needs root, mkfs.ext4 and loop devices");
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // there is no such program here
        }
    }
}
