using System.Runtime.CompilerServices;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

public sealed partial class BacnetClient
{
    /// <summary>The policy's retries and no more, although there is time: one request of many, before the others get their turn.</summary>
    private const int OnlyRetries = 0;

    /// <summary>A batch that may be too large is tried so often at most before that is looked into.</summary>
    private const int DoubtfulTries = 12;

    /// <summary>That a batch went unanswered by chance is ruled out below this.</summary>
    private const double NoChance = 0.001;

    /// <summary>Reads every property of a list by the best way that the device is known to take: in batches sized to its APDU, in smaller ones when it cannot answer those, one by one when it knows no other way.</summary>
    /// <param name="device">The device; what is learned on the way is kept in its <see cref="Device.Capabilities"/>.</param>
    /// <param name="list">What to read; the results are in it afterwards.</param>
    /// <param name="until">Tries go on until then, on the clock of <see cref="Now"/>; null for the policy's retries alone.</param>
    /// <param name="cancel">Gives the reading up; what was read by then stays in the list.</param>
    /// <exception cref="OperationCanceledException">The reading was given up. No request of it is under way any more.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask ReadAsync(Device device, ReadList list, TimeSpan? until = null, CancellationToken cancel = default)
    {
        list.Begin();
        // Each round settles properties or teaches something about the device: the rounds come to an end.
        while (list.Settled < list.Targets.Count)
        {
            cancel.ThrowIfCancellationRequested();
            var (settled, revision) = (list.Settled, device.Capabilities.Revision);
            if (device.Capabilities.ReadsMultiple) await ReadBatchesAsync(device, list, until, cancel).ConfigureAwait(false);
            else await ReadSinglyAsync(device, list, list.AllPlaces, until, toTheEnd: true, cancel).ConfigureAwait(false);
            cancel.ThrowIfCancellationRequested();
            if (list.Settled == settled && device.Capabilities.Revision == revision) return;
            if (until is { } end && Now >= end) return;
        }
    }

    /// <summary>Sends the batches and takes their answers. A batch larger than any that was ever answered is sent last and tried only as often as the policy says: its silence is looked into, and the rest comes in the next round.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ReadBatchesAsync(Device device, ReadList list, TimeSpan? until, CancellationToken cancel)
    {
        if (list.Settled > 0 || list.PlannedBy != (device.Capabilities, device.Capabilities.Revision)) BatchPlanner.Plan(list, device.Capabilities, _maxApdu);
        list.Replies.Clear();
        foreach (var batch in list.Batches)
        {
            var isDoubtful = batch.Octets > device.Capabilities.LargestAnswered;
            batch.MostTries = isDoubtful ? Math.Min(LossOf(device).Enough(NoChance), DoubtfulTries) : int.MaxValue;
#pragma warning disable CA2012 // every one of them is awaited once, just below
            list.Replies.Add(SendAsync(batch, device, until, cancel));
#pragma warning restore CA2012
            if (isDoubtful) break;
        }
        // All are over, and every answer is taken, before a failure is looked into: that may be broken off, and must leave no request behind.
        for (var i = 0; i < list.Replies.Count; i++)
        {
            var batch = list.Batches[i];
            batch.Reply = await list.Replies[i].ConfigureAwait(false);
            if (!batch.Reply.IsAnswered) continue;
            list.Settle(batch);
            device.Capabilities.OnAnswered(batch.Octets, _time.GetUtcNow());
        }
        for (var i = 0; i < list.Replies.Count; i++)
            if (!list.Batches[i].Reply.IsAnswered) await OnBatchFailedAsync(device, list, list.Batches[i], until, cancel).ConfigureAwait(false);
        if (list.Alone.Count > 0) await ReadSinglyAsync(device, list, list.Alone, until, toTheEnd: list.Settled == 0, cancel).ConfigureAwait(false);
    }

    /// <summary>BTL guideline 8.2, 8.3: a smaller batch when the answer is too large, on Abort as on silence; single reads when the service is unknown.</summary>
    private async ValueTask OnBatchFailedAsync(Device device, ReadList list, ReadMultipleExchange batch, TimeSpan? until, CancellationToken cancel)
    {
        var (capabilities, now) = (device.Capabilities, _time.GetUtcNow());
        switch (BatchVerdict.Of(batch))
        {
            case BatchFailure.ServiceUnknown:
                if (capabilities.ReadsMultiple) capabilities.OnNoReadMultiple($"it was {BatchVerdict.Told(batch)}", now);
                break;
            case BatchFailure.TooMuch when batch.Count > 1:
                if (batch.Octets <= capabilities.MostAnswer) capabilities.OnTooMuch(batch.Octets, $"{batch.Count} properties at once were {BatchVerdict.Told(batch)}", now);
                break;
            case BatchFailure.NotConveyed when batch.Count > 1:
                if (batch.Octets <= capabilities.MostAnswer) capabilities.OnNotConveyed(batch.Octets, $"{batch.Count} properties at once were {BatchVerdict.Told(batch)}", now);
                break;
            case BatchFailure.Silence when batch.MostTries <= DoubtfulTries && batch.Reply.Kind != ReplyKind.Unreachable:
                await LookIntoSilenceAsync(device, list, batch, until, cancel).ConfigureAwait(false);
                break;
            case BatchFailure.Silence:
                if (list.Settled > 0) capabilities.OnSilentThough(batch.Octets, now);
                break;
            case BatchFailure.Passing:
                await ReadSinglyAsync(device, list, batch.Places, until, toTheEnd: true, cancel).ConfigureAwait(false);
                break;
            default:
                await IsolateAsync(device, list, batch, until, cancel).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Whether a device that left a batch unanswered is there. When it answers properties of it one by one, the batch was too much for it or for a router on the way (BTL guideline 2.5),
    /// unless so many tries may have been lost by chance: then it is tried again, and what is left unanswered by then is added up.</summary>
    private async ValueTask LookIntoSilenceAsync(Device device, ReadList list, ReadMultipleExchange batch, TimeSpan? until, CancellationToken cancel)
    {
        var (exchange, tries) = (_singles.Rent(), batch.Reply.Tries);
        for (var i = 0; !(until is { } end && Now >= end); i++)
        {
            var place = batch.Places[i % batch.Count];
            exchange.Target = list.Targets[place];
            var reply = await SendAsync(exchange, device, until, cancel).ConfigureAwait(false);
            if (reply.IsSilence) break;
            list.Settle(place, reply.IsAnswered ? new PropertyResult(exchange.Value) : new PropertyResult(reply.Error));
            device.Capabilities.OnUnanswered(i == 0 ? tries : 0);
            if (LossOf(device).Chance(device.Capabilities.Unanswered) < NoChance)
            {
                OnLargeSilence(device.Capabilities, exchange.Target, batch);
                break;
            }
            if (reply.Tries > 1) break;
        }
        _singles.Return(exchange);
    }

    private LossEstimate LossOf(Device device) => _exchanges.PeerAt(device.Address).Loss;

    private void OnLargeSilence(Capabilities capabilities, PropertyReference answered, ReadMultipleExchange batch)
    {
        var now = _time.GetUtcNow();
        if (batch.Count > 1) capabilities.OnNotConveyed(batch.Octets, $"{batch.Count} properties at once were not answered, one was", now);
        else if (capabilities.LargestAnswered > 0) capabilities.OnBadInBatch(answered, "in a ReadPropertyMultiple it was not answered, in a ReadProperty it was", now);
        else capabilities.OnNoReadMultiple("ReadPropertyMultiple of a single property was not answered, ReadProperty was", now);
    }
}
