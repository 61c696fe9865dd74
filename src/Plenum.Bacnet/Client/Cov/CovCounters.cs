namespace Plenum.Bacnet.Client.Cov;

/// <summary>What a client has been told, since its start.</summary>
public sealed class CovCounters
{
    private long _taken, _unknown, _repeated, _dropped;

    /// <summary>Notifications that were taken.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>Notifications that were not believed: no subscription of ours has their sender, process id and object.</summary>
    public long Unknown => Interlocked.Read(ref _unknown);

    /// <summary>Confirmed notifications that came again because our acknowledgement got lost: acknowledged, and not taken twice.</summary>
    public long Repeated => Interlocked.Read(ref _repeated);

    /// <summary>Notifications that could not be taken because too many waited.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    internal void Count(CovVerdict verdict)
    {
        if (verdict == CovVerdict.Taken) Interlocked.Increment(ref _taken);
        else if (verdict == CovVerdict.Repeated) Interlocked.Increment(ref _repeated);
        else if (verdict == CovVerdict.Full) Interlocked.Increment(ref _dropped);
        else Interlocked.Increment(ref _unknown);
    }
}

/// <summary>What becomes of a notification.</summary>
internal enum CovVerdict : byte
{
    /// <summary>It belongs to no subscription of ours.</summary>
    Unknown,
    /// <summary>It was taken.</summary>
    Taken,
    /// <summary>It was taken before.</summary>
    Repeated,
    /// <summary>Too many wait.</summary>
    Full,
}
