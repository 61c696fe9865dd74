using Microsoft.Extensions.Logging;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Outbox;

/// <summary>An outbox without a disk (storage type <c>memory</c>): what waits is lost with the process.</summary>
public sealed class MemoryOutbox : IOutbox
{
    private const string Where = "The outbox in memory";
    private static readonly TimeSpan TrimPeriod = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookPeriod = TimeSpan.FromSeconds(2);

    private readonly OutboxLimits _limits;
    private readonly TimeProvider _time;
    private readonly AgeClock _clock;
    private readonly Lock _gate = new();
    private readonly Arrivals _arrivals = new();
    private readonly Overflow _overflow;
    private readonly ITimer _trimTimer;

    // What waits lies in _first.._newest; deleting in the middle leaves gaps.
    private readonly Dictionary<long, (Message Message, long StoredAt)> _messages = [];
    private long _first = 1;
    private long _last;
    private long _newest;
    private long _bytes;
    private long _deleted;
    private Drops _drops;
    private bool _disposed;

    /// <summary>An empty outbox.</summary>
    public MemoryOutbox(OutboxLimits limits, TimeProvider time, ILogger<MemoryOutbox> logger)
    {
        (_limits, _clock, _time) = (limits, new(time, start: 0), time);
        _overflow = new(Where, limits, logger);
        _trimTimer = time.CreateTimer(_ => Change(delivered: 0), null, TrimPeriod, TrimPeriod);
    }

    /// <inheritdoc/>
    public OutboxState State
    {
        get
        {
            lock (_gate)
            {
                DateTimeOffset? oldest = _messages.TryGetValue(_first, out var oldestOne) ? DateTimeOffset.FromUnixTimeMilliseconds(oldestOne.Message.TimestampMs) : null;
                return new(_messages.Count, _last, _deleted, _drops, _bytes, oldest, _overflow.Problem);
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask StoreAsync(Message message, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested) return ValueTask.FromCanceled(cancel);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_limits.Refuse(message.Values.Length, Where) is { } tooLarge)
            {
                _drops += new Drops(Refused: 1);
                return ValueTask.FromException(tooLarge);
            }
            _messages.Add(_newest = ++_last, (message, _clock.Now));
            _bytes += message.Values.Length;
            Change(delivered: 0);
        }
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredMessage> Read(long after, int most)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            List<StoredMessage> read = new(Math.Min(most, _messages.Count));
            for (var id = Math.Max(after + 1, _first); id <= _last && read.Count < most; id++)
            {
                if (_messages.TryGetValue(id, out var stored)) read.Add(new(id, stored.Message));
            }
            return read;
        }
    }

    /// <inheritdoc/>
    public ValueTask WaitAsync(long after, CancellationToken cancel) => _arrivals.WaitAsync(after, cancel);

    /// <inheritdoc/>
    public long Newest => _arrivals.Newest;

    /// <inheritdoc/>
    public void Delete(IReadOnlyList<long> ids)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var delivered = ids.Count(Remove);
            _deleted += delivered;
            Change(delivered);
        }
    }

    /// <inheritdoc/>
    /// <remarks>Nobody stores but the caller; a look at the state shows that the lock is free.</remarks>
    public async Task WatchAsync(Action beat, CancellationToken cancel)
    {
        for (; ; await Task.Delay(LookPeriod, _time, cancel).ConfigureAwait(false))
        {
            _ = State;
            beat();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lock (_gate) _disposed = true;
        _arrivals.Close();
        return _trimTimer.DisposeAsync();
    }

    /// <summary>After every change: drops what is over the limits, and tells those who watch and wait.</summary>
    private void Change(int delivered)
    {
        lock (_gate)
        {
            Drops dropped = default;
            while (FindOldest() is { } storedAt && _limits.Judge(_messages.Count, _bytes, _clock.Now - storedAt) is { } drop)
            {
                Remove(_first);
                dropped += drop;
            }
            _drops += dropped;
            _overflow.Changed(dropped.ByLimits, delivered, _messages.Count, _bytes);
            _arrivals.Tell(FindNewest());
        }
    }

    /// <summary>Moves on to the oldest message that waits.</summary>
    /// <returns>When it was stored; null when nothing waits.</returns>
    private long? FindOldest()
    {
        while (_first <= _last)
        {
            if (_messages.TryGetValue(_first, out var oldest)) return oldest.StoredAt;
            _first++;
        }
        return null;
    }

    private long FindNewest()
    {
        while (_newest >= _first && !_messages.ContainsKey(_newest)) _newest--;
        return _newest >= _first ? _newest : 0;
    }

    private bool Remove(long id)
    {
        if (!_messages.Remove(id, out var removed)) return false;
        _bytes -= removed.Message.Values.Length;
        return true;
    }
}
