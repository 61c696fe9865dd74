using System.Text;
using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;

namespace Plenum.Gateway.Tests.Uplink;

/// <summary>An outbox in memory that remembers what was deleted.</summary>
internal sealed class FakeOutbox : IOutbox
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, Message> _messages = [];
    private readonly List<long> _deleted = [];
    private TaskCompletionSource _stored = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _last;

    public IReadOnlyList<long> Deleted
    {
        get { lock (_lock) return [.. _deleted]; }
    }

    public int Waiting
    {
        get { lock (_lock) return _messages.Count; }
    }

    /// <summary>What reading fails with.</summary>
    public OutboxException? Unreadable { get; set; }

    public OutboxState State => new(Waiting, _last, Deleted.Count, default, 0, null, null);

    public long Store(string device, string values, long timestamp = 1000, MessageKind kind = MessageKind.Telemetry) =>
        Store(new Message(device, "default", kind, timestamp, Encoding.UTF8.GetBytes(values)));

    public long StoreAttributes(string device, string values) => Store(device, values, kind: MessageKind.Attributes);

    /// <summary>Stores many at once: whoever reads sees all of them or none.</summary>
    public void StoreMany(string device, string values, int count)
    {
        lock (_lock)
            for (var i = 0; i < count; i++) Store(device, values, timestamp: i);
    }

    public ValueTask StoreAsync(Message message, CancellationToken cancel)
    {
        Store(message);
        return ValueTask.CompletedTask;
    }

    public IReadOnlyList<StoredMessage> Read(long after, int most)
    {
        if (Unreadable is { } problem) throw problem;
        lock (_lock) return [.. _messages.Where(it => it.Key > after).Take(most).Select(it => new StoredMessage(it.Key, it.Value))];
    }

    public long Newest
    {
        get { lock (_lock) return _messages.Count == 0 ? 0 : _messages.Keys.Last(); }
    }

    public ValueTask WaitAsync(long after, CancellationToken cancel)
    {
        lock (_lock) return _last > after ? ValueTask.CompletedTask : new(_stored.Task.WaitAsync(cancel));
    }

    public void Delete(IReadOnlyList<long> ids)
    {
        lock (_lock)
        {
            foreach (var id in ids)
                if (_messages.Remove(id)) _deleted.Add(id);
        }
    }

    public Task WatchAsync(Action beat, CancellationToken cancel) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private long Store(Message message)
    {
        lock (_lock)
        {
            _messages[++_last] = message;
            _stored.SetResult();
            _stored = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _last;
        }
    }
}
