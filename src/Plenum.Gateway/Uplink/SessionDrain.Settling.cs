using Microsoft.Extensions.Logging;
using Plenum.Gateway.Outbox;
using Plenum.ThingsBoard.Session;

namespace Plenum.Gateway.Uplink;

/// <summary>What becomes of a publish once it is on its way.</summary>
internal sealed partial class SessionDrain
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(2);

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
        _suspects.LostInCompany(lost);
        // In a session in which the server has taken nothing else, it is not the message that shows itself guilty.
        if (_alone is { } stored && HasDelivered && _suspects.FailedAlone(stored, isAnswer: false)) SetAside(stored, "session after session broke when it was sent, and it only");
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
        if (memory.Throttle.Taken()) logger.ThrottleEnded();
        if (!pack.IsDelivered()) return;
        _suspects.Acknowledged(pack.Messages);
        memory.Attributes.Acknowledged(pack.Messages);
        figures.Acknowledged(pack.Messages.Count);   // before they leave the outbox: whoever sees that nothing waits sees where it went
        outbox.Delete([.. pack.Messages.Select(stored => stored.Id)]);
    }

    private void Refused(Pack pack, PublishRefusedException refusal)
    {
        figures.Settled(_inFlight.Count);
        if (IsThrottling(refusal)) return;
        figures.Problem(RefusedCode, refusal.Message);
        logger.PublishRefused(refusal.Message, pack.Messages.Count);
        _suspects.RefusedInCompany(pack.Messages);
        foreach (var stored in pack.Messages) _deferred[stored.Id] = stored;
    }

    /// <summary>Takes a refusal for want of quota: it says nothing about the message, and that for now nothing more is taken.</summary>
    private bool IsThrottling(PublishRefusedException refusal)
    {
        if (refusal.Reason != RefusalReason.QuotaExceeded) return false;
        _mustRewind = true;
        if (memory.Throttle.Refused(Window)) logger.Throttled(refusal.Message);
        figures.Problem(ThrottledCode, $"{refusal.Message}: sending pauses and is tried again; nothing is lost. Raise the server's limits for this gateway, or read less often");
        return true;
    }

    /// <summary>Waits for what is on its way, and begins again at the oldest message that waits: so what was refused is not overtaken by what came after it.</summary>
    private async Task RewindAsync(CancellationToken abort)
    {
        while (_inFlight.Count > 0) await SettleOldestAsync(abort).ConfigureAwait(false);
        _ready.Clear();
        _deferred.Clear();
        (_packer, _more, _mustRewind) = (new(), null, false);
        _turns.Rewind();
    }

    /// <summary>Sends one suspect whose pause is over, with nothing else on its way; false if there is none.</summary>
    private async Task<bool> SendSuspectAsync(CancellationToken abort)
    {
        if (!MaySend || _deferred.Count == 0 || _suspects.Next(_deferred.Values) is not { } next) return false;
        while (_inFlight.Count > 0) await SettleOldestAsync(abort).ConfigureAwait(false);
        if (_suspects.NeedsCalm(next)) await BeCalmAsync(abort).ConfigureAwait(false);
        if (_mustRewind) return true;

        _deferred.Remove(next.Id);
        if (memory.Attributes.Strip(next) is not { } suspect)
        {
            Superseded(next);
            return true;
        }
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

    /// <summary>Sends nothing for a moment, so that a session that breaks at the next message does not break at how many there were before it.</summary>
    private async Task BeCalmAsync(CancellationToken abort)
    {
        await Task.WhenAny(session.Lost, Task.Delay(Calm, time, abort)).ConfigureAwait(false);
        abort.ThrowIfCancellationRequested();
        if (session.Lost.IsCompleted) throw new SessionLostException(await session.Lost.ConfigureAwait(false));
    }

    private void RefusedAlone(StoredMessage suspect, PublishRefusedException refusal)
    {
        figures.Settled(0);
        if (IsThrottling(refusal)) return;
        figures.Problem(RefusedCode, refusal.Message);
        if (_suspects.FailedAlone(suspect, isAnswer: true))
        {
            SetAside(suspect, refusal.Message);
            return;
        }
        logger.PublishRefusedAgain(suspect.Message.Device, refusal.Message);
        _deferred[suspect.Id] = suspect;
    }

    /// <summary>The server has newer values of all these attributes.</summary>
    private void Superseded(StoredMessage stored)
    {
        figures.Superseded();
        outbox.Delete([stored.Id]);
    }

    private void SetAside(StoredMessage stored, string problem)
    {
        logger.MessageSetAside(stored.Message.Device, stored.Message.TimestampMs, stored.Message.Values.Length, problem);
        figures.Rejected();
        outbox.Delete([stored.Id]);
    }
}
