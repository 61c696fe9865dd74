using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Plenum.Gateway.Outbox;

/// <summary>An outbox file that this process holds alone: opened, read, and set aside when it is damaged.</summary>
internal sealed class OutboxFile : IDisposable
{
    /// <summary>Damaged files kept for people to look at; older ones are deleted, so that a failing disk does not fill up with them.</summary>
    private const int DamagedFilesKept = 3;

    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly FileLock _lock;
    private readonly DiskReserve _reserve;
    private readonly Lock _reading = new();
    private OutboxTables? _tables;
    private OutboxReader? _reader;
    private long _lastId;

    private OutboxFile(string path, FileLock held, TimeProvider time, ILogger logger) =>
        (Path, _lock, _reserve, _time, _logger) = (path, held, new(path + ".reserve"), time, logger);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The writing side, opened if need be. For the writer's thread.</summary>
    public OutboxTables Tables => _tables ?? OpenTables();

    /// <summary>Takes the file for this process and opens it; a damaged one is set aside and a new one begun.</summary>
    /// <exception cref="OutboxException">Another process has it, or it cannot be opened.</exception>
    public static OutboxFile Open(string path, TimeProvider time, ILogger logger)
    {
        OutboxFile? file = null;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            file = new(path, FileLock.Take(path), time, logger);
            try
            {
                file.OpenTables();
            }
            catch (SqliteException damaged) when (OutboxFault.IsDamage(damaged))
            {
                file.SetAside(damaged, lost: 0);
                file.OpenTables();
            }
            catch (SqliteException full) when (OutboxFault.IsFullDisk(full))
            {
                file._reserve.GiveUp();
                file.OpenTables();
            }
            file.SeeToReserve();
            return file;
        }
        catch (Exception error)
        {
            file?.Dispose();
            if (error is SqliteException or IOException or UnauthorizedAccessException) throw OutboxFault.Of(error, path);
            throw;
        }
    }

    /// <summary>The oldest messages after an id. From any thread.</summary>
    public IReadOnlyList<StoredMessage> Read(long after, int most)
    {
        lock (_reading)
        {
            return _reader?.Read(after, most) ?? [];
        }
    }

    /// <summary>Whether the disk is short of room: its reserve is not held.</summary>
    public bool IsShort => !_reserve.IsHeld;

    /// <summary>Takes the reserve of the disk if there is room for it; the file may grow only while it is held. For the writer's thread.</summary>
    public void SeeToReserve()
    {
        if (!_reserve.TryTake())
        {
            // It may be the file itself that fills the disk, though hardly anything waits in it any more.
            Tables.Shrink();
            _reserve.TryTake();
        }
        if (IsShort == Tables.IsFrozen) return;
        if (IsShort) Freeze();
        else Thaw();
    }

    /// <summary>Gives the reserve of the disk up, and keeps the file at its size until there is room again. For the writer's thread.</summary>
    public void GiveReserveUp()
    {
        _reserve.GiveUp();
        Freeze();
    }

    /// <summary>Moves a damaged file out of the way, under a name that says so. <see cref="Tables"/> then begins a new one, in which ids go on growing.</summary>
    /// <param name="damage">How the damage showed.</param>
    /// <param name="lost">How many messages are known to be in it.</param>
    public void SetAside(SqliteException damage, long lost)
    {
        _lastId = _tables?.Totals.LastId ?? _lastId;
        Close();
        var aside = $"{Path}.corrupt-{_time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}";
        // The log keeps the name of its file: together they may still be repaired.
        foreach (var suffix in (string[])["", "-wal"])
        {
            if (File.Exists(Path + suffix)) File.Move(Path + suffix, aside + suffix, overwrite: true);
        }
        File.Delete(Path + "-shm");
        Log.OutboxSetAside(_logger, damage, Path, aside, lost);
        DeleteOlderDamagedFiles();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        _lock.Dispose();
    }

    private OutboxTables OpenTables()
    {
        var tables = new OutboxTables(Path, _lastId, _time);
        try
        {
            lock (_reading) _reader = new(Path);
            return _tables = tables;
        }
        catch
        {
            tables.Dispose();
            throw;
        }
    }

    private void Freeze()
    {
        var wasFrozen = Tables.IsFrozen;
        Tables.Freeze();
        if (!wasFrozen) Log.DiskIsShort(_logger, Path);
    }

    private void Thaw()
    {
        Tables.Thaw();
        Log.DiskHasRoom(_logger, Path);
    }

    private void Close()
    {
        lock (_reading)
        {
            _reader?.Dispose();
            _reader = null;
        }
        _tables?.Dispose();
        _tables = null;
    }

    private void DeleteOlderDamagedFiles()
    {
        var name = System.IO.Path.GetFileName(Path);
        var damaged = Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!, name + ".corrupt-*Z");
        Array.Sort(damaged, StringComparer.Ordinal);
        foreach (var old in damaged.SkipLast(DamagedFilesKept))
        {
            File.Delete(old);
            File.Delete(old + "-wal");
        }
    }
}
