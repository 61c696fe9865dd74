using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <content>Whether a device can do by now what it once could not.</content>
public sealed partial class BacnetClient
{
    /// <summary>Tries one thing again that a device once could not do, if the time for it has come: larger batches, ReadPropertyMultiple, a property in a batch.
    /// Call it when a reading is over and its values are safe: it costs one request, and what is read by it is thrown away.</summary>
    /// <param name="device">The device; what is learned is kept in its <see cref="Device.Capabilities"/>.</param>
    /// <param name="list">What is read of it, read before; it stays as it is.</param>
    /// <param name="until">The end of the trial, on the clock of <see cref="Now"/>; before the next reading.</param>
    /// <param name="cancel">Gives the trial up; nothing is learned.</param>
    public async ValueTask TryMoreAsync(Device device, ReadList list, TimeSpan until, CancellationToken cancel = default)
    {
        var capabilities = device.Capabilities;
        var trial = capabilities.DueTrial(_time.GetUtcNow(), _maxApdu, needsMore: list.Batches.Count > 1);
        if (trial == Trial.None || Now >= until || MakeTrial(trial, capabilities, list) is not { } batch) return;
        using var over = new CancellationTokenSource(until - Now, _time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancel);
        batch.MostTries = OnlyRetries;
        var reply = await SendAsync(batch, device.Address, null, end.Token).ConfigureAwait(false);
        if (cancel.IsCancellationRequested) return;
        var now = _time.GetUtcNow();
        if (!reply.IsAnswered) capabilities.OnTrialFailed(trial, now);
        else if (trial == Trial.ReadMultiple) capabilities.OnReadMultipleWorks(now);
        else if (trial == Trial.LargerAnswer) capabilities.OnLargerAnswer(batch.Octets, now);
        else capabilities.OnGoodInBatch(capabilities.LongestAlone);
    }

    /// <summary>A batch of its own, so that it does not touch what was read; null when there is nothing to be tried by.</summary>
    private ReadMultipleExchange? MakeTrial(Trial trial, Capabilities capabilities, ReadList list)
    {
        if (list.Targets.Count == 0) return null;
        if (trial != Trial.LargerAnswer)
        {
            var tried = new ReadList([trial == Trial.ReadMultiple ? list.Targets[0] : capabilities.LongestAlone]);
            return BatchPlanner.First(tried, tried.AllPlaces, int.MaxValue, int.MaxValue);
        }
        var all = new ReadList(list.Targets.Where(target => !capabilities.IsReadAlone(target)));
        var larger = BatchPlanner.First(all, all.AllPlaces, capabilities.TrialAnswer(_maxApdu), Math.Min(capabilities.MaxApdu, _maxApdu));
        return larger.Octets > capabilities.MostAnswer ? larger : null;
    }
}
