using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;
using Plenum.Simulation.Faults;
using Plenum.Simulation.Time;

namespace Plenum.Simulation.Site;

/// <summary>The gateway's outbox, and someone who writes down what it has promised.</summary>
internal sealed class ObservedOutbox(IOutbox inner, ProcessTime process, Planted planted, Action<Message> stored) : IOutbox
{
    private int _count;

    /// <inheritdoc/>
    public OutboxState State => inner.State;

    /// <inheritdoc/>
    public async ValueTask StoreAsync(Message message, CancellationToken cancel)
    {
        var given = planted == Planted.MixedUpDevices && ++_count % 500 == 0 ? message with { Device = message.Device == "D1000" ? "D1001" : "D1000" } : message;
        if (planted == Planted.Starved && message.Device == "D1001" && ++_count > 30) throw new OutboxException("planted: this device is not stored");
        if (planted != Planted.ForgetfulOutbox || ++_count % 500 != 0) await inner.StoreAsync(given, cancel).ConfigureAwait(false);
        if (!process.IsDead) stored(message);
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredMessage> Read(long after, int most) => inner.Read(after, most);

    /// <inheritdoc/>
    public ValueTask WaitAsync(long after, CancellationToken cancel) => inner.WaitAsync(after, cancel);

    /// <inheritdoc/>
    public long Newest => inner.Newest;

    /// <inheritdoc/>
    public Task WatchAsync(Action beat, CancellationToken cancel) => inner.WatchAsync(beat, cancel);

    /// <inheritdoc/>
    public void Delete(IReadOnlyList<long> ids) => inner.Delete(ids);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
