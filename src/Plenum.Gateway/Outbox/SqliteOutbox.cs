using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Outbox;

/// <summary>An outbox in a file (SQLite, write-ahead log): what is stored outlives the process, a killed one too, and the power.</summary>
/// <remarks>One thread writes, in groups (<see cref="OutboxWriter"/>); readers have a connection of their own and see what is committed. When the disk
/// refuses, storing faults and says why, what is stored stays readable, and it goes on by itself once the disk takes it again.</remarks>
public sealed class SqliteOutbox : IOutbox
{
    /// <summary>The name of the file in its folder.</summary>
    public const string FileName = "outbox.db";

    private readonly OutboxFile _file;
    private readonly OutboxWriter _writer;
    private readonly Arrivals _arrivals = new();
    private int _disposed;

    private SqliteOutbox(OutboxFile file, OutboxLimits limits, IWriterTurns turns, TimeProvider time, ILogger logger)
    {
        _file = file;
        _arrivals.Tell(file.Tables.Totals.Newest);
        _writer = new(file, limits, _arrivals, turns, time, logger);
    }

    /// <summary>Opens the outbox in a folder, and makes both if they are not there. A damaged file is set aside under a name that says so, and a new one begun.</summary>
    /// <exception cref="OutboxException">Another process has it, a newer version wrote it, or the disk refuses.</exception>
    public static SqliteOutbox Open(string folder, OutboxLimits limits, TimeProvider time, ILogger<SqliteOutbox> logger) =>
        Open(folder, limits, new WriterThread(), time, logger);

    /// <summary>The same, for a caller who says when the writer works.</summary>
    internal static SqliteOutbox Open(string folder, OutboxLimits limits, IWriterTurns turns, TimeProvider time, ILogger<SqliteOutbox> logger)
    {
        var file = OutboxFile.Open(Path.Combine(Path.GetFullPath(folder), FileName), time, logger);
        var outbox = new SqliteOutbox(file, limits, turns, time, logger);
        Log.OutboxOpened(logger, file.Path, outbox.State.Waiting, outbox.State.Bytes);
        return outbox;
    }

    /// <inheritdoc/>
    public OutboxState State => _writer.State;

    /// <inheritdoc/>
    public ValueTask StoreAsync(Message message, CancellationToken cancel) => _writer.StoreAsync(message, cancel);

    /// <inheritdoc/>
    public IReadOnlyList<StoredMessage> Read(long after, int most)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        try
        {
            return _file.Read(after, most);
        }
        catch (SqliteException damage) when (OutboxFault.IsDamage(damage))
        {
            _writer.Damaged(damage);
            return [];
        }
        catch (SqliteException error)
        {
            throw OutboxFault.Of(error, _file.Path);
        }
    }

    /// <inheritdoc/>
    public ValueTask WaitAsync(long after, CancellationToken cancel) => _arrivals.WaitAsync(after, cancel);

    /// <inheritdoc/>
    public long Newest => _arrivals.Newest;

    /// <inheritdoc/>
    public void Delete(IReadOnlyList<long> ids) => _writer.Delete(ids);

    /// <inheritdoc/>
    public Task WatchAsync(Action beat, CancellationToken cancel) => _writer.WatchAsync(beat, cancel);

    /// <summary>Commits what was taken, moves the write-ahead log into the file, and lets go of it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        await _writer.DisposeAsync().ConfigureAwait(false);
        _arrivals.Close();
        _file.Dispose();
    }
}
