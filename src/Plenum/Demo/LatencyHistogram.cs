namespace Plenum.Demo;

/// <summary>How long values were on their way, in milliseconds; from any thread.</summary>
internal sealed class LatencyHistogram
{
    private readonly long[] _counts = new long[60_001];

    public void Add(double milliseconds) => Interlocked.Increment(ref _counts[(int)Math.Clamp(milliseconds, 0, _counts.Length - 1)]);

    /// <summary>The time within which a part of the values, 0..1, arrived; 0 when there are none.</summary>
    public int Percentile(double part)
    {
        var wanted = _counts.Sum() * part;
        long seen = 0;
        for (var milliseconds = 0; milliseconds < _counts.Length; milliseconds++)
            if ((seen += _counts[milliseconds]) >= wanted && seen > 0) return milliseconds;
        return 0;
    }
}
