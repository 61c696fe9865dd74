namespace Plenum.Gateway.Polling;

/// <summary>When a device's polls are due: a fixed grid, so that a late poll does not shift the ones after it, and shifted from its neighbours' grids, so that not all are due at once.</summary>
/// <param name="start">The time of the grid's beginning, on a clock that does not go back.</param>
/// <param name="period">Between two polls.</param>
/// <param name="phase">0..1: where in the period this device's polls are due.</param>
internal sealed class PollSchedule(TimeSpan start, TimeSpan period, double phase)
{
    private readonly TimeSpan _first = start + (period * phase);

    /// <summary>The number of the next poll.</summary>
    public long Next { get; private set; }

    /// <summary>When the next poll is due.</summary>
    public TimeSpan NextDue => _first + (period * Next);

    /// <summary>Takes the next poll, and with it all that are overdue.</summary>
    /// <returns>How many polls were due by <paramref name="now"/>; at least one.</returns>
    public long Take(TimeSpan now)
    {
        var due = Math.Max(1, (long)Math.Floor((now - _first) / period) + 1 - Next);
        Next += due;
        return due;
    }

    /// <summary>Spreads any number of devices evenly, whatever their number: the golden ratio's multiples.</summary>
    public static double Phase(int index)
    {
        var turns = index * 0.6180339887498949;
        return turns - Math.Floor(turns);
    }
}
