using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;
using Plenum.Simulation.Time;

namespace Plenum.Simulation.Site;

/// <summary>The gateway's outbox, and someone who writes down what it has promised.</summary>
internal sealed class ObservedOutbox(IOutbox inner, ProcessTime process, Action<Message> stored) : IOutbox
{
    /// <inheritdoc/>
    public OutboxState State => inner.State;

    /// <inheritdoc/>
    public async ValueTask StoreAsync(Message message, CancellationToken cancel)
    {
        await inner.StoreAsync(message, cancel).ConfigureAwait(false);
        if (!process.IsDead) stored(message);
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredMessage> Read(long after, int most) => inner.Read(after, most);

    /// <inheritdoc/>
    public ValueTask WaitAsync(long after, CancellationToken cancel) => inner.WaitAsync(after, cancel);

    /// <inheritdoc/>
    public void Delete(IReadOnlyList<long> ids) => inner.Delete(ids);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
