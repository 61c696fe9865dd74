using static Plenum.Bacnet.Protocol.Transactions.TimeSpans;

namespace Plenum.Bacnet.Protocol.Transactions;

/// <summary>The requesting side of one confirmed request (clause 5.4.4): when to send, when to send again, when to give up.</summary>
/// <remarks>One object serves one request after another: <see cref="Start"/> begins anew.</remarks>
public sealed class ClientTransaction(RetryPolicy policy)
{
    private TimeSpan _timeout;
    private TimeSpan? _until;
    private TimeSpan _share;
    private int _most;
    private TimeSpan? _enough;

    /// <summary>When <see cref="OnTime"/> is due; null before the start and once the transaction is over.</summary>
    public TimeSpan? Deadline { get; private set; }

    /// <summary>How often the request has been sent.</summary>
    public int Sent { get; private set; }

    /// <summary>When it was sent first.</summary>
    public TimeSpan FirstSentAt { get; private set; }

    /// <summary>When it was sent last.</summary>
    public TimeSpan LastSentAt { get; private set; }

    /// <summary>Whether every retry of the policy has been made: a further try is one that the time allows, not one that is owed.</summary>
    public bool IsBeyondRetries => Sent > policy.Retries;

    /// <summary>Begins a request.</summary>
    /// <param name="now">The time, on any clock that does not go back.</param>
    /// <param name="pace">How the device may be asked.</param>
    /// <param name="until">Tries go on, beyond the policy's retries, until then, and are spread over that time; null for the retries alone.</param>
    /// <param name="random">A random number in 0..1.</param>
    /// <param name="most">After so many tries it is given up although there is time, and at the latest when three tenths of the time are left for something else; not before the policy's retries are made.</param>
    public TransactionStep Start(TimeSpan now, Pace pace, TimeSpan? until, double random, int most = int.MaxValue)
    {
        (_timeout, _until, _most) = (pace.Timeout, until, most);
        _enough = most == int.MaxValue ? until : now + ((until - now) * 0.7);
        _share = until is { } end ? (end - now) / policy.TriesInTime : TimeSpan.MaxValue;
        (Sent, FirstSentAt) = (0, now);
        return Send(now, random);
    }

    /// <summary>What is due at this time: another try, giving up, or nothing yet.</summary>
    /// <param name="now">The time.</param>
    /// <param name="pace">How the device may be asked, as it is known by now.</param>
    /// <param name="random">A random number in 0..1.</param>
    public TransactionStep OnTime(TimeSpan now, Pace pace, double random)
    {
        if (Deadline is not { } deadline || now < deadline) return TransactionStep.Wait;
        if (IsBeyondRetries && (_enough is not { } enough || now >= enough || Sent >= _most))
        {
            Deadline = null;
            return TransactionStep.GiveUp;
        }
        // A device is not asked again before it can have answered, as is known by now; nor when there is no time left for it to answer, though the answer to an earlier try may still come.
        var next = Larger(now, LastSentAt + (pace.Shortest * (1 - policy.Jitter)));
        var isTooLate = IsBeyondRetries && next + Larger(policy.LeastTimeout, pace.Shortest / 2) > _until;
        if (next > now || isTooLate)
        {
            Deadline = isTooLate ? _until : next;
            return TransactionStep.Wait;
        }
        _timeout = Next(pace);
        return Send(now, random);
    }

    /// <summary>There is no room for a try that is due: it is put off by as long as it would have been waited for.</summary>
    public void PutOff(TimeSpan now, double random) => Deadline = End(now, random);

    /// <summary>The last segment of the request has arrived: the answer is waited for from now on (clause 5.4.4.2, FinalACK_Received).</summary>
    public void OnDelivered(TimeSpan now) => Deadline = now + _timeout;

    /// <summary>Ends the transaction: it was answered, or nobody wants the answer any more.</summary>
    public void End() => Deadline = null;

    private TransactionStep Send(TimeSpan now, double random)
    {
        Sent++;
        LastSentAt = now;
        Deadline = End(now, random);
        return TransactionStep.Send;
    }

    /// <summary>When a try of now has been waited for. The last one before the end of the time allowed is waited for as long as there is time, no longer.</summary>
    private TimeSpan End(TimeSpan now, double random)
    {
        var end = now + (_timeout * (1 + (policy.Jitter * ((2 * random) - 1))));
        return IsBeyondRetries && _until is { } until && end > until && until > now ? until : end;
    }

    /// <summary>How long the next try is waited for: longer each time while the device may be slow, and then such that enough tries fit into the time that there is.</summary>
    private TimeSpan Next(Pace pace)
    {
        var grown = Least(_timeout * policy.BackOff, policy.MostTimeout);
        if (_until is not null && pace.Patience <= TimeSpan.Zero) return Least(grown, Larger(_share, pace.Shortest));
        grown = Least(grown, pace.Timeout * policy.MostBackOff);
        return _until is null ? grown : Least(grown, Larger(pace.Patience, pace.Shortest));
    }
}

/// <summary>What a transaction asks its driver to do.</summary>
public enum TransactionStep : byte
{
    /// <summary>Nothing before the deadline.</summary>
    Wait,
    /// <summary>Send the request, again if it was sent before.</summary>
    Send,
    /// <summary>Tell the caller that nobody answers.</summary>
    GiveUp,
}
