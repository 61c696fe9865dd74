namespace Plenum.Gateway.Uplink;

/// <summary>How long to wait before the next try: 1 s to 1.5 s first, twice as long each time, at most 60 s; never the same for two gateways that lost the same server.</summary>
/// <param name="random">The source of the jitter.</param>
internal sealed class BackOff(Random random)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private int _failures;

    /// <summary>The wait after one more failure: a random part of the upper third of the current span.</summary>
    public TimeSpan Next()
    {
        var span = First * Math.Pow(2, Math.Min(_failures++, 30));
        if (span > Longest) span = Longest;
        return span * ((2 + random.NextDouble()) / 3);
    }

    /// <summary>All is well: the next failure is the first.</summary>
    public void Reset() => _failures = 0;
}
