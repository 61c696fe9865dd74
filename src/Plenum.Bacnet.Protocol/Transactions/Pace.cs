namespace Plenum.Bacnet.Protocol.Transactions;

/// <summary>How a device may be asked, by what is known of the time that it takes to answer.</summary>
/// <param name="Timeout">How long the first try of a request is waited for.</param>
/// <param name="Patience">For so long from now on, silence may mean that the device is slow: tries come ever more rarely. After that it means loss,
/// and tries are spread over the time that there is. Zero when the time-out is learned.</param>
/// <param name="Shortest">The least time between two tries then: the device is never asked faster than it usually answers.</param>
public readonly record struct Pace(TimeSpan Timeout, TimeSpan Patience, TimeSpan Shortest)
{
    /// <summary>Of a device that answers within a time, and usually in a shorter one.</summary>
    public static Pace Learned(TimeSpan timeout, TimeSpan shortest) => new(timeout, TimeSpan.Zero, shortest);

    /// <summary>The same, when silence is never taken for loss: for a trunk that may be slower than all that is waited for.</summary>
    public Pace Unhurried => Patience > TimeSpan.Zero ? this with { Patience = TimeSpan.MaxValue } : this;
}
