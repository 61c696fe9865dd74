using Microsoft.Extensions.Logging;
using Plenum.Gateway.Outbox;
using Plenum.ThingsBoard.Session;

namespace Plenum.Gateway.Uplink;

/// <summary>What becomes of a publish once it is on its way.</summary>
internal sealed partial class SessionDrain
{
    /// <summary>The session is over: settles what was on its way. A message acknowledged at the last moment is deleted; the others count against their senders.</summary>
    /// <param name="kind">Who ended the session.</param>
    public async Task SettleRestAsync(LossKind kind)
    {
        List<StoredMessage> lost = [];
        foreach (var (pack, publish) in _inFlight)
        {
            await publish.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (publish.IsCompletedSuccessfully) Delivered(pack);
            else lost.AddRange(pack.Messages);
        }
        _inFlight.Clear();
        if (kind == LossKind.Closed) return;
        suspects.LostInCompany(lost);
        if (_alone is { } stored && suspects.FailedAlone(stored, isAnswer: false)) SetAside(stored, "session after session broke when it was sent, and it only");
    }

    private async Task SettleOldestAsync(CancellationToken abort)
    {
        Beat();
        var (pack, publish) = _inFlight.Peek();
        try
        {
            await publish.WaitAsync(abort).ConfigureAwait(false);
        }
        catch (PublishRefusedException refusal)
        {
            _inFlight.Dequeue();
            Refused(pack, refusal);
            return;
        }
        _inFlight.Dequeue();
        Delivered(pack);
    }

    private void Delivered(Pack pack)
    {
        HasDelivered = true;
        figures.Settled(_inFlight.Count);
        if (!pack.IsDelivered()) return;
        suspects.Acknowledged(pack.Messages);
        figures.Acknowledged(pack.Messages.Count);   // before they leave the outbox: whoever sees that nothing waits sees where it went
        outbox.Delete([.. pack.Messages.Select(stored => stored.Id)]);
    }

    private void Refused(Pack pack, PublishRefusedException refusal)
    {
        figures.Settled(_inFlight.Count);
        figures.Problem(RefusedCode, refusal.Message);
        logger.PublishRefused(refusal.Message, pack.Messages.Count);
        suspects.RefusedInCompany(pack.Messages);
        foreach (var stored in pack.Messages) _deferred[stored.Id] = stored;
    }

    /// <summary>Sends one suspect whose pause is over, with nothing else on its way; false if there is none.</summary>
    private async Task<bool> SendSuspectAsync(CancellationToken abort)
    {
        if (_deferred.Count == 0 || suspects.Next(_deferred.Values) is not { } suspect) return false;
        while (_inFlight.Count > 0) await SettleOldestAsync(abort).ConfigureAwait(false);

        _deferred.Remove(suspect.Id);
        await announcer.EnsureAsync(suspect.Message, abort).ConfigureAwait(false);
        _alone = suspect;
        try
        {
            foreach (var pack in _packer.Alone(suspect, PayloadLimit))
            {
                figures.Sent(1);
                await session.PublishAsync(pack.Topic, pack.Payload, abort).WaitAsync(abort).ConfigureAwait(false);
                Delivered(pack);
            }
        }
        catch (PublishRefusedException refusal)
        {
            RefusedAlone(suspect, refusal);
        }
        _alone = null;
        return true;
    }

    private void RefusedAlone(StoredMessage suspect, PublishRefusedException refusal)
    {
        figures.Settled(0);
        figures.Problem(RefusedCode, refusal.Message);
        if (suspects.FailedAlone(suspect, isAnswer: true))
        {
            SetAside(suspect, refusal.Message);
            return;
        }
        logger.PublishRefusedAgain(suspect.Message.Device, refusal.Message);
        _deferred[suspect.Id] = suspect;
    }

    private void SetAside(StoredMessage stored, string problem)
    {
        logger.MessageSetAside(stored.Message.Device, stored.Message.TimestampMs, stored.Message.Values.Length, problem);
        figures.Rejected();
        outbox.Delete([stored.Id]);
    }
}
