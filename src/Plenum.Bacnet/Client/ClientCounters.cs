namespace Plenum.Bacnet.Client;

/// <summary>What a client has sent, received and refused to believe, since its start.</summary>
public sealed class ClientCounters
{
    private long _requests, _tries, _answered, _refused, _silent, _late, _unmatched, _wrongService, _wrongTarget, _malformed, _elsewhere, _assembled, _gaps;

    /// <summary>Requests begun.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Datagrams sent for them, every try counted.</summary>
    public long Tries => Interlocked.Read(ref _tries);

    /// <summary>Requests that were answered.</summary>
    public long Answered => Interlocked.Read(ref _answered);

    /// <summary>Requests that ended with an Error, a Reject, an Abort or an answer that does not decode.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Requests that nobody answered.</summary>
    public long Silent => Interlocked.Read(ref _silent);

    /// <summary>Answers dropped because their request was over: answered before, or given up.</summary>
    public long Late => Interlocked.Read(ref _late);

    /// <summary>Answers dropped because no request had their peer and invoke id.</summary>
    public long Unmatched => Interlocked.Read(ref _unmatched);

    /// <summary>Answers dropped because they were to another service than the one asked for.</summary>
    public long WrongService => Interlocked.Read(ref _wrongService);

    /// <summary>Answers dropped because they were about another object or property than the one asked for.</summary>
    public long WrongTarget => Interlocked.Read(ref _wrongTarget);

    /// <summary>Answers dropped because their content did not decode.</summary>
    public long Malformed => Interlocked.Read(ref _malformed);

    /// <summary>Answers taken although they came from another UDP port, or through another router, than they were asked for.</summary>
    public long Elsewhere => Interlocked.Read(ref _elsewhere);

    /// <summary>Answers that were put together from segments.</summary>
    public long Assembled => Interlocked.Read(ref _assembled);

    /// <summary>Gaps in such answers: segments that were lost or overtaken, and asked for again.</summary>
    public long Gaps => Interlocked.Read(ref _gaps);

    internal void CountRequest() => Interlocked.Increment(ref _requests);
    internal void CountTry() => Interlocked.Increment(ref _tries);
    internal void CountLate() => Interlocked.Increment(ref _late);
    internal void CountUnmatched() => Interlocked.Increment(ref _unmatched);
    internal void CountWrongService() => Interlocked.Increment(ref _wrongService);
    internal void CountWrongTarget() => Interlocked.Increment(ref _wrongTarget);
    internal void CountElsewhere() => Interlocked.Increment(ref _elsewhere);
    internal void CountMalformed() => Interlocked.Increment(ref _malformed);
    internal void CountAssembled() => Interlocked.Increment(ref _assembled);
    internal void CountGap() => Interlocked.Increment(ref _gaps);

    internal void CountEnd(ReplyKind kind)
    {
        if (kind == ReplyKind.Answered) Interlocked.Increment(ref _answered);
        else if (kind is ReplyKind.Silent or ReplyKind.NotSent or ReplyKind.Unreachable) Interlocked.Increment(ref _silent);
        else Interlocked.Increment(ref _refused);
    }
}
