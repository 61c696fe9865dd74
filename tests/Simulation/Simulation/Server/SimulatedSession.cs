using Plenum.Simulation.Time;
using Plenum.ThingsBoard.Payloads;
using Plenum.ThingsBoard.Session;

namespace Plenum.Simulation.Server;

/// <summary>One session with the simulated server, with the time-outs of the real one.</summary>
internal sealed class SimulatedSession(SimulatedServer server, ISessionHandler handler, ProcessTime process) : IGatewaySession
{
    private static readonly TimeSpan AckTimeout = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource<SessionLoss> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LinkedList<TaskCompletionSource> _unacknowledged = new();
    private TimeSpan _lastArrival;

    /// <inheritdoc/>
    public SessionLimits Limits => SessionLimits.None;

    /// <inheritdoc/>
    public Task<SessionLoss> Lost => _lost.Task;

    /// <inheritdoc/>
    public long Malformed => 0;

    /// <summary>Whether it is over, or its process is.</summary>
    public bool IsOver => process.IsDead || _lost.Task.IsCompleted;

    /// <summary>Who is told of calls.</summary>
    public ISessionHandler Handler => handler;

    /// <inheritdoc/>
    public Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken cancel)
    {
        if (_lost.Task.IsCompleted) return Task.FromException(new SessionLostException(_lost.Task.Result));
        var publish = _unacknowledged.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var octets = payload.ToArray();
        // A connection keeps the order, also when it becomes faster.
        var arrival = Max(process.Clock.Now + (server.Delay / 2), _lastArrival);
        _lastArrival = arrival;
        Later(server.Time, arrival - process.Clock.Now, () => Arrive(topic, octets, publish));
        Later(process, AckTimeout, () => { if (!publish.Value.Task.IsCompleted) End(new("uplink-ack-timeout", "the server acknowledges nothing", LossKind.Silence)); });
        return publish.Value.Task;
    }

    /// <inheritdoc/>
    public Task ReplyAsync(DeviceRpc call, ReadOnlyMemory<byte> result, CancellationToken cancel)
    {
        if (!IsOver) server.Replied(call.Id, result);   // on a dead link it is on its way still
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ReplyAsync(GatewayRpc call, ReadOnlyMemory<byte> result, CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task AskSharedAttributesAsync(string device, IReadOnlyList<string> keys, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>It is over.</summary>
    public void End(SessionLoss loss)
    {
        server.Forget(this);
        if (process.IsDead || !_lost.TrySetResult(loss)) return;
        foreach (var publish in _unacknowledged) publish.TrySetException(new SessionLostException(loss));
        _unacknowledged.Clear();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        End(new("closed", "closed on purpose", LossKind.Closed));
        return ValueTask.CompletedTask;
    }

    private void Arrive(string topic, byte[] octets, LinkedListNode<TaskCompletionSource> publish)
    {
        if (server.Link != ServerLink.Up || _lost.Task.IsCompleted) return;
        var isRefused = server.IsOverQuota;
        if (!isRefused) server.Take(topic, octets);
        if (server.LosesAcknowledgements) return;
        Later(server.Time, server.Delay / 2, () => Acknowledge(publish, isRefused));
    }

    private void Acknowledge(LinkedListNode<TaskCompletionSource> publish, bool isRefused)
    {
        if (process.IsDead || server.Link != ServerLink.Up || publish.List is null) return;
        _unacknowledged.Remove(publish);
        if (isRefused) publish.Value.TrySetException(new PublishRefusedException(RefusalReason.QuotaExceeded, "the quota is used up"));
        else publish.Value.TrySetResult();
    }

    private static void Later(ProcessTime time, TimeSpan wait, Action act) => time.CreateTimer(_ => act(), null, wait, Timeout.InfiniteTimeSpan);

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
