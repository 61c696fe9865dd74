using Plenum.Simulation.Faults;
using Plenum.Simulation.Site;

namespace Plenum.Simulation.Checks;

/// <summary>Sees that a device whose own way is in order is read, whatever happens to the others.</summary>
/// <param name="devices">How many devices there are.</param>
/// <param name="period">Between two polls.</param>
internal sealed class StarvationWatch(int devices, TimeSpan period)
{
    private static readonly TimeSpan MostPause = TimeSpan.FromMinutes(5);

    /// <summary>After a fault of its own, a device may be asked as rarely as once in five minutes, or in a period if that is longer.</summary>
    private readonly TimeSpan _afterFault = (period > MostPause ? period : MostPause) + period + TimeSpan.FromMinutes(1);

    private readonly TimeSpan[] _lastStored = new TimeSpan[devices];
    private readonly TimeSpan[] _undisturbedSince = new TimeSpan[devices];

    /// <summary>The longest time that an undisturbed device was not read.</summary>
    public TimeSpan LongestGap { get; private set; }

    /// <summary>Values of a device were stored.</summary>
    public void OnStored(int device, TimeSpan now)
    {
        if (now - _undisturbedSince[device] > _afterFault && now - _lastStored[device] is var gap && gap > LongestGap) LongestGap = gap;
        _lastStored[device] = now;
    }

    /// <summary>The process is not there: nobody can be read.</summary>
    public void OnNoProcess(TimeSpan now) => Array.Fill(_undisturbedSince, now);

    /// <summary>Looks at all devices.</summary>
    /// <returns>Who starves; null when nobody does.</returns>
    public string? Look(IReadOnlyList<Fault> active, TimeSpan now)
    {
        for (var i = 0; i < devices; i++)
        {
            if (active.Any(fault => fault.Touches(i, SimulatedSite.IsBehindRouter(i)))) _undisturbedSince[i] = now;
            if (now - _undisturbedSince[i] > _afterFault && now - _lastStored[i] > 3 * period)
                return $"device {i} was not read for {(now - _lastStored[i]).TotalSeconds:0} s, although nothing was wrong with it for {(now - _undisturbedSince[i]).TotalSeconds:0} s";
        }
        return null;
    }
}
