using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Outbox;

/// <summary>The one thread that writes to an outbox file. It commits in groups: whatever has come in while the disk was busy with the last group is the next one, so that a lone message waits for nothing and a flood shares its commits.</summary>
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
    private readonly ManualResetEventSlim _work = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _idleLook;
    private readonly List<long> _acknowledged = [];
    private bool _closing;
    private volatile bool _lookDue;
    private SqliteException? _damage;

    /// <summary>Starts the thread.</summary>
    public OutboxWriter(OutboxFile file, OutboxLimits limits, Arrivals arrivals, TimeProvider time, ILogger logger)
    {
        (_file, _limits, _arrivals, _time, _logger) = (file, limits, arrivals, time, logger);
        _overflow = new($"The outbox {file.Path}", limits, logger);
        (_totals, _committedAt) = (file.Tables.Totals, time.GetTimestamp());
        Publish();
        new Thread(Run) { Name = "outbox writer", IsBackground = true }.Start();
        _idleLook = time.CreateTimer(_ => LookAgain(), null, IdleLookPeriod, IdleLookPeriod);
    }

    /// <summary>Hands a message to the thread; completes when it is committed.</summary>
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
        _work.Set();
        await pending.Task.ConfigureAwait(false);
    }

    /// <summary>Hands acknowledged ids to the thread, which forgets them with its next group.</summary>
    public void Delete(IReadOnlyList<long> ids)
    {
        lock (_acknowledging)
        {
            ObjectDisposedException.ThrowIf(_closing, typeof(IOutbox));
            _acknowledged.AddRange(ids);
        }
        _work.Set();
    }

    /// <summary>Tells the thread that a reader found the file damaged.</summary>
    public void Damaged(SqliteException damage)
    {
        Volatile.Write(ref _damage, damage);
        _work.Set();
    }

    /// <summary>Takes no more, commits what was taken, and ends the thread.</summary>
    public async ValueTask DisposeAsync()
    {
        await _idleLook.DisposeAsync().ConfigureAwait(false);
        lock (_acknowledging) _closing = true;
        _queue.Writer.TryComplete();
        _work.Set();
        await _ended.Task.ConfigureAwait(false);
    }

    private void LookAgain()
    {
        _lookDue = true;
        _work.Set();
    }

    private void Run()
    {
        do
        {
            _work.Wait();
            _work.Reset();
            while (TakeGroup()) CommitGroup();
        }
        while (!_queue.Reader.Completion.IsCompleted);
        _ended.SetResult();
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
