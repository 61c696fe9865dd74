using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Outbox;

/// <summary>The one that writes to an outbox file, in turns that never overlap. It commits in groups: whatever has come in while the disk was busy with the last group is the next one, so that a lone message waits for nothing and a flood shares its commits.</summary>
internal sealed partial class OutboxWriter : IAsyncDisposable
{
    private const int MostPerGroup = 1000;
    private const int MostBytesPerGroup = 1 << 20;
    private const int QueueCapacity = 4096;
    private static readonly TimeSpan IdleLookPeriod = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TrimPeriod = TimeSpan.FromMinutes(1);

    private readonly OutboxFile _file;
    private readonly OutboxLimits _limits;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Arrivals _arrivals;
    private readonly Overflow _overflow;
    private readonly Channel<PendingStore> _queue = Channel.CreateBounded<PendingStore>(new BoundedChannelOptions(QueueCapacity) { SingleReader = true });
    private readonly Lock _acknowledging = new();
    private readonly IWriterTurns _turns;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _idleLook;
    private readonly WriterPulse _pulse;
    private readonly List<long> _acknowledged = [];
    private bool _closing;
    private volatile bool _lookDue;
    private SqliteException? _damage;

    /// <summary>Begins to write.</summary>
    public OutboxWriter(OutboxFile file, OutboxLimits limits, Arrivals arrivals, IWriterTurns turns, TimeProvider time, ILogger logger)
    {
        (_file, _limits, _arrivals, _turns, _time, _logger) = (file, limits, arrivals, turns, time, logger);
        _overflow = new($"The outbox {file.Path}", limits, logger);
        _pulse = new(time);
        (_totals, _committedAt) = (file.Tables.Totals, time.GetTimestamp());
        Publish();
        turns.Start(Turn);
        _idleLook = time.CreateTimer(_ => LookAgain(), null, IdleLookPeriod, IdleLookPeriod);
    }

    /// <summary>Hands a message over; completes when it is committed.</summary>
    public async ValueTask StoreAsync(Message message, CancellationToken cancel)
    {
        var pending = new PendingStore(message);
        try
        {
            await _queue.Writer.WriteAsync(pending, cancel).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(IOutbox));
        }
        _turns.Wake();
        await pending.Task.ConfigureAwait(false);
    }

    /// <summary>Hands acknowledged ids over, which are forgotten with the next group.</summary>
    public void Delete(IReadOnlyList<long> ids)
    {
        lock (_acknowledging)
        {
            ObjectDisposedException.ThrowIf(_closing, typeof(IOutbox));
            _acknowledged.AddRange(ids);
        }
        _turns.Wake();
    }

    /// <summary>Tells the writer that a reader found the file damaged.</summary>
    public void Damaged(SqliteException damage)
    {
        Volatile.Write(ref _damage, damage);
        _turns.Wake();
    }

    /// <summary>Watches that it makes progress: <see cref="IOutbox.WatchAsync"/>.</summary>
    public Task WatchAsync(Action beat, CancellationToken cancel) => _pulse.WatchAsync(beat, cancel);

    /// <summary>Takes no more, commits what was taken, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await _idleLook.DisposeAsync().ConfigureAwait(false);
        lock (_acknowledging) _closing = true;
        _queue.Writer.TryComplete();
        _turns.Wake();
        await _ended.Task.ConfigureAwait(false);
    }

    private void LookAgain()
    {
        _lookDue = true;
        _turns.Wake();
    }

    private bool Turn()
    {
        _pulse.IsAtWork = true;
        try
        {
            for (; TakeGroup(); _pulse.Step()) CommitGroup();
        }
        catch (Exception mistake) // of this program: whoever waits for this group is told, and so is the supervisor; the next group comes as usual
        {
            Abandon(mistake);
        }
        _pulse.IsAtWork = false;
        if (!_queue.Reader.Completion.IsCompleted) return true;
        _ended.SetResult();
        return false;
    }

    /// <summary>Takes what has come in since the last group, up to a bound.</summary>
    /// <returns>Whether there is anything to do.</returns>
    private bool TakeGroup()
    {
        for (var bytes = 0; _stores.Count < MostPerGroup && bytes < MostBytesPerGroup && _queue.Reader.TryRead(out var store); bytes += store.Message.Values.Length)
        {
            if (_limits.Refuse(store.Message.Values.Length, $"The outbox {_file.Path}") is { } tooLarge) Refuse(store, tooLarge);
            else _stores.Add(store);
        }
        var acknowledgedBefore = _deletes.Count;
        lock (_acknowledging)
        {
            _deletes.UnionWith(_acknowledged);
            _acknowledged.Clear();
        }
        return _stores.Count > 0 || _deletes.Count > acknowledgedBefore || Volatile.Read(ref _damage) is not null || IsLookDue();
    }

    /// <summary>Without anything to write, the file is looked at again while there is a problem, and once a minute for messages that grow too old.</summary>
    private bool IsLookDue()
    {
        if (!_lookDue) return false;
        _lookDue = false;
        return _fault is not null || _file.IsShort || (State.Waiting > 0 && _time.GetElapsedTime(_committedAt) >= TrimPeriod);
    }
}
