using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Plenum.Gateway.Model;
using static SQLitePCL.raw;

namespace Plenum.Gateway.Outbox;

/// <summary>The writing side of an outbox file: its prepared statements, and what is in it. For one thread.</summary>
internal sealed class OutboxTables : IDisposable
{
    private const long SqliteMostPages = 0xFFFFFFFE;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<(string Name, string Profile), long> _devices = [];
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _remove;
    private readonly SqliteCommand _fromOldest;
    private readonly SqliteCommand _newest;
    private readonly SqliteCommand _saveTally;
    private readonly SqliteCommand _device;
    private readonly AgeClock _clock;

    /// <summary>Opens the file, and makes it if it is not there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="lastId">An id that was given before, in a file that is gone: new ones are above it.</param>
    /// <param name="time">The clocks.</param>
    public OutboxTables(string path, long lastId, TimeProvider time)
    {
        _connection = OutboxConnection.OpenForWriting(path);
        _begin = Command("BEGIN IMMEDIATE");
        _commit = Command("COMMIT");
        _insert = Command("INSERT INTO message VALUES (?1, ?2, ?3, ?4, ?5, ?6)", "?1", "?2", "?3", "?4", "?5", "?6");
        _remove = Command("DELETE FROM message WHERE id BETWEEN ?1 AND ?2 RETURNING length(payload)", "?1", "?2");
        _fromOldest = Command("SELECT id, timestamp, stored, length(payload) FROM message ORDER BY id");
        _newest = Command("SELECT coalesce(max(id), 0) FROM message");
        _saveTally = Command("UPDATE tally SET waiting = ?1, bytes = ?2, clock = ?3", "?1", "?2", "?3");
        // The update that changes nothing makes RETURNING answer for a device that is there already.
        _device = Command("INSERT INTO device (name, profile) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET name = name RETURNING id", "?1", "?2");
        try
        {
            (Totals, var clock) = ReadTotals(lastId);
            _clock = new(time, clock);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What is in the file, as of the last commit.</summary>
    public OutboxTotals Totals { get; private set; }

    /// <summary>Stores, forgets and trims in one transaction: all of it is on the disk when this returns, or none of it.</summary>
    /// <returns>What the server had acknowledged, and what the limits dropped.</returns>
    /// <exception cref="SqliteException">Nothing was changed.</exception>
    public (Removed Acknowledged, Drops Dropped) Apply(List<PendingStore> stores, List<IdRange> acknowledged, OutboxLimits limits)
    {
        _begin.ExecuteNonQuery();
        try
        {
            var (totals, now) = (Totals, _clock.Now);
            foreach (var store in stores) Insert(store.Message, now, ref totals);
            Removed delivered = default;
            foreach (var range in acknowledged) delivered += Remove(range);
            totals = totals.Minus(delivered);
            var dropped = Trim(limits, now, ref totals);
            totals = totals with { Newest = (long)_newest.ExecuteScalar()! };
            SaveTally(totals, now);
            _commit.ExecuteNonQuery();
            Totals = totals;
            return (delivered, dropped);
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <summary>Whether the file may not grow: <see cref="Freeze"/>.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>Moves the write-ahead log into the file, so that the log's room can be used again.</summary>
    public void Checkpoint() => OutboxConnection.Execute(_connection, "PRAGMA wal_checkpoint(RESTART)");

    /// <summary>Keeps the file at its present size. New messages then use only the room that others have left, and whatever is in the log still fits into the file.</summary>
    public void Freeze()
    {
        Checkpoint();
        SetMostPages(OutboxConnection.Number(_connection, "PRAGMA page_count"));
        IsFrozen = true;
    }

    /// <summary>Lets the file grow again.</summary>
    public void Thaw()
    {
        SetMostPages(SqliteMostPages);
        IsFrozen = false;
    }

    /// <summary>Gives the disk back what the file has grown to and does not use any more, once what is left in it fits into the log: the room for writing it anew is there also on a full disk.</summary>
    public void Shrink()
    {
        var used = OutboxConnection.Number(_connection, "PRAGMA page_count") - OutboxConnection.Number(_connection, "PRAGMA freelist_count");
        if (used > OutboxConnection.LogPages / 2 || OutboxConnection.Number(_connection, "PRAGMA freelist_count") < OutboxConnection.LogPages) return;
        OutboxConnection.Execute(_connection, "VACUUM");
        OutboxConnection.Execute(_connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_begin, _commit, _insert, _remove, _fromOldest, _newest, _saveTally, _device]) command.Dispose();
        _connection.Dispose();
    }

    private void SetMostPages(long pages) => OutboxConnection.Execute(_connection, $"PRAGMA max_page_count = {pages}");

    private void Insert(Message message, long now, ref OutboxTotals totals)
    {
        totals = totals.Plus(message.Values.Length);
        var values = _insert.Parameters;
        values[0].Value = totals.LastId;
        values[1].Value = DeviceOf(message);
        values[2].Value = (long)message.Kind;
        values[3].Value = message.TimestampMs;
        values[4].Value = WholeArray(message.Values);
        values[5].Value = now;
        _insert.ExecuteNonQuery();
    }

    private long DeviceOf(Message message)
    {
        if (_devices.TryGetValue((message.Device, message.Profile), out var known)) return known;
        _device.Parameters[0].Value = message.Device;
        _device.Parameters[1].Value = message.Profile;
        return _devices[(message.Device, message.Profile)] = (long)_device.ExecuteScalar()!;
    }

    private Removed Remove(IdRange range)
    {
        _remove.Parameters[0].Value = range.First;
        _remove.Parameters[1].Value = range.Last;
        Removed removed = default;
        using var lengths = _remove.ExecuteReader();
        while (lengths.Read()) removed += new Removed(1, lengths.GetInt64(0));
        return removed;
    }

    /// <summary>Drops the oldest messages until the rest is within the limits.</summary>
    private Drops Trim(OutboxLimits limits, long now, ref OutboxTotals totals)
    {
        long through = 0;
        Drops drops = default;
        totals = totals with { OldestMs = null };
        using (var oldest = _fromOldest.ExecuteReader())
        {
            for (var left = totals; oldest.Read(); left = left.Minus(new(1, oldest.GetInt64(3))))
            {
                if (limits.Judge(left.Waiting, left.Bytes, now - oldest.GetInt64(2)) is not { } drop)
                {
                    totals = totals with { OldestMs = oldest.GetInt64(1) };
                    break;
                }
                drops += drop;
                through = oldest.GetInt64(0);
            }
        }
        if (through > 0) totals = totals.Minus(Remove(new(0, through)));
        return drops;
    }

    private void SaveTally(OutboxTotals totals, long now)
    {
        _saveTally.Parameters[0].Value = totals.Waiting;
        _saveTally.Parameters[1].Value = totals.Bytes;
        _saveTally.Parameters[2].Value = now;
        _saveTally.ExecuteNonQuery();
    }

    private (OutboxTotals Totals, long Clock) ReadTotals(long lastId)
    {
        using var command = Command("""
            SELECT waiting, bytes,
                coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'message'), 0),
                coalesce((SELECT max(id) FROM message), 0),
                (SELECT timestamp FROM message ORDER BY id LIMIT 1),
                clock
            FROM tally
            """);
        using var row = command.ExecuteReader();
        row.Read();
        OutboxTotals totals = new(row.GetInt64(0), row.GetInt64(1), Math.Max(row.GetInt64(2), lastId), row.GetInt64(3), row.IsDBNull(4) ? null : row.GetInt64(4));
        return (totals, row.GetInt64(5));
    }

    /// <summary>Ends a transaction that failed, unless SQLite has ended it already; what was learned in it is forgotten.</summary>
    private void RollBack()
    {
        _devices.Clear();
        if (sqlite3_get_autocommit(_connection.Handle) == 0) OutboxConnection.Execute(_connection, "ROLLBACK");
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static byte[] WholeArray(ReadOnlyMemory<byte> payload) =>
        MemoryMarshal.TryGetArray(payload, out var segment) && segment.Count == segment.Array!.Length ? segment.Array : payload.ToArray();
}
