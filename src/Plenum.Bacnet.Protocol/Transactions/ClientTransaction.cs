namespace Plenum.Bacnet.Protocol.Transactions;

/// <summary>The requesting side of one confirmed request (clause 5.4.4): when to send, when to send again, when to give up.</summary>
/// <remarks>One object serves one request after another: <see cref="Start"/> begins anew.</remarks>
public sealed class ClientTransaction(RetryPolicy policy)
{
    private TimeSpan _timeout;
    private TimeSpan _mostTimeout;
    private TimeSpan? _until;

    /// <summary>When <see cref="OnTime"/> is due; null before the start and once the transaction is over.</summary>
    public TimeSpan? Deadline { get; private set; }

    /// <summary>How often the request has been sent.</summary>
    public int Sent { get; private set; }

    /// <summary>When it was sent first.</summary>
    public TimeSpan FirstSentAt { get; private set; }

    /// <summary>Begins a request.</summary>
    /// <param name="now">The time, on any clock that does not go back.</param>
    /// <param name="timeout">The time-out of the first try, as learned.</param>
    /// <param name="until">Tries go on, beyond the policy's retries, until then; null for the retries alone.</param>
    /// <param name="random">A random number in 0..1.</param>
    public TransactionStep Start(TimeSpan now, TimeSpan timeout, TimeSpan? until, double random)
    {
        (_timeout, _mostTimeout, _until) = (timeout, Least(timeout * policy.MostBackOff, policy.MostTimeout), until);
        (Sent, FirstSentAt) = (0, now);
        return Send(now, random);
    }

    /// <summary>What is due at this time: another try, giving up, or nothing yet.</summary>
    public TransactionStep OnTime(TimeSpan now, double random)
    {
        if (Deadline is not { } deadline || now < deadline) return TransactionStep.Wait;
        if (Sent > policy.Retries && (_until is not { } until || now + policy.LeastTimeout > until))   // a try needs time to be answered
        {
            Deadline = null;
            return TransactionStep.GiveUp;
        }
        _timeout = Least(_timeout * policy.BackOff, _mostTimeout);
        return Send(now, random);
    }

    /// <summary>The last segment of the request has arrived: the answer is waited for from now on (clause 5.4.4.2, FinalACK_Received).</summary>
    public void OnDelivered(TimeSpan now) => Deadline = now + _timeout;

    /// <summary>Ends the transaction: it was answered, or nobody wants the answer any more.</summary>
    public void End() => Deadline = null;

    private TransactionStep Send(TimeSpan now, double random)
    {
        Sent++;
        var wait = _timeout * (1 + (policy.Jitter * ((2 * random) - 1)));
        var deadline = now + wait;
        // The last try before the end of the time allowed is waited for as long as there is time, no longer.
        if (Sent > policy.Retries && _until is { } until && deadline > until && until > now) deadline = until;
        Deadline = deadline;
        return TransactionStep.Send;
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
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
