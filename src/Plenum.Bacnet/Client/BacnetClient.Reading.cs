using System.Runtime.CompilerServices;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

public sealed partial class BacnetClient
{
    private readonly ReadPropertyExchanges _singles = new();

    /// <summary>Reads every property of a list by the best way that the device is known to take: in batches sized to its APDU, in smaller ones when it cannot answer those, one by one when it knows no other way.</summary>
    /// <param name="device">The device; what is learned on the way is kept in its <see cref="Device.Capabilities"/>.</param>
    /// <param name="list">What to read; the results are in it afterwards.</param>
    /// <param name="until">Tries go on until then, on the clock of <see cref="Now"/>; null for the policy's retries alone.</param>
    /// <param name="cancel">Gives the reading up; what was read by then stays in the list.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask ReadAsync(Device device, ReadList list, TimeSpan? until = null, CancellationToken cancel = default)
    {
        list.Begin();
        // Each round settles properties or teaches something about the device: the rounds come to an end.
        for (var round = 0; round < 16 && list.Settled < list.Targets.Count; round++)
        {
            cancel.ThrowIfCancellationRequested();
            var (settled, revision) = (list.Settled, device.Capabilities.Revision);
            if (device.Capabilities.ReadsMultiple) await ReadBatchesAsync(device, list, until, cancel).ConfigureAwait(false);
            else await ReadSinglyAsync(device, list, until, cancel).ConfigureAwait(false);
            if (list.Settled == settled && device.Capabilities.Revision == revision) return;
            if (until is { } end && Now >= end) return;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ReadBatchesAsync(Device device, ReadList list, TimeSpan? until, CancellationToken cancel)
    {
        if (list.Settled > 0 || list.BatchesMadeFor != device.Capabilities.Revision) BatchPlanner.Plan(list, device.Capabilities);
        list.Replies.Clear();
#pragma warning disable CA2012 // every one of them is awaited once, just below
        foreach (var batch in list.Batches) list.Replies.Add(SendAsync(batch, device.Address, until, cancel));
#pragma warning restore CA2012
        // Every answer is taken before a failure is looked into: that may be broken off.
        for (var i = 0; i < list.Batches.Count; i++)
        {
            var batch = list.Batches[i];
            batch.Reply = await list.Replies[i].ConfigureAwait(false);
            if (batch.Reply.IsAnswered) list.Settle(batch.Start, batch.Count);
        }
        foreach (var batch in list.Batches)
            if (!batch.Reply.IsAnswered) await OnBatchFailedAsync(device, list, batch, batch.Reply, until, cancel).ConfigureAwait(false);
    }

    /// <summary>BTL guideline 8.2, 8.3: a smaller batch when the answer is too large, on Abort as on silence; single reads when the service is unknown.</summary>
    private async ValueTask OnBatchFailedAsync(Device device, ReadList list, ReadMultipleExchange batch, Reply reply, TimeSpan? until, CancellationToken cancel)
    {
        var size = BatchPlanner.Estimate(list, batch);
        switch (BatchVerdict.Of(reply))
        {
            case BatchFailure.ServiceUnknown:
                if (device.Capabilities.ReadsMultiple) device.Capabilities.OnNoReadMultiple($"ReadPropertyMultiple was answered {reply.Error}");
                break;
            case BatchFailure.TooMuch when batch.Count > 1:
                if (size <= device.Capabilities.MostAnswer) device.Capabilities.OnTooMuch(size, $"{batch.Count} properties at once were answered {reply.Error}");
                break;
            case BatchFailure.Silence when batch.Count > 1 && await AnswersSmallAsync(device, list, batch.Start, until, cancel).ConfigureAwait(false):
                if (size <= device.Capabilities.MostAnswer) device.Capabilities.OnTooMuch(size, $"{batch.Count} properties at once were not answered, one was");
                break;
            case BatchFailure.Silence:
                break;
            default:
                await ReadSinglyAsync(device, list, batch.Start, batch.Count, until, cancel).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Whether a device that did not answer a batch answers one property of it: then the batch was too large, and not the device away.</summary>
    private async ValueTask<bool> AnswersSmallAsync(Device device, ReadList list, int index, TimeSpan? until, CancellationToken cancel)
    {
        if (until is { } end && Now >= end) return false;
        await ReadSinglyAsync(device, list, index, 1, until, cancel).ConfigureAwait(false);
        return list.IsSettled(index);
    }

    private ValueTask ReadSinglyAsync(Device device, ReadList list, TimeSpan? until, CancellationToken cancel) =>
        ReadSinglyAsync(device, list, 0, list.Targets.Count, until, cancel);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ReadSinglyAsync(Device device, ReadList list, int start, int count, TimeSpan? until, CancellationToken cancel)
    {
        var exchange = _singles.Rent();
        for (var i = start; i < start + count; i++)
        {
            if (list.IsSettled(i)) continue;
            exchange.Target = list.Targets[i];
            var reply = await SendAsync(exchange, device.Address, until, cancel).ConfigureAwait(false);
            if (reply.Kind is ReplyKind.Silent or ReplyKind.NotSent) break;   // whoever is silent for one property is not asked for the rest
            list.Settle(i, reply.IsAnswered ? new PropertyResult(exchange.Value) : new PropertyResult(reply.Error));
        }
        _singles.Return(exchange);
    }
}
