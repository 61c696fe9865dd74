using Plenum.Simulation.Time;

namespace Plenum.Simulation.Checks;

/// <summary>By how much the wall clock has been wrong so far: a timestamp is of one of a few times.</summary>
internal sealed class WallErrors(VirtualClock clock)
{
    private readonly List<TimeSpan> _errors = [TimeSpan.Zero];

    /// <summary>Sets the wall clock.</summary>
    public void Set(TimeSpan error)
    {
        clock.WallError = error;
        if (!_errors.Contains(error)) _errors.Add(error);
    }

    /// <summary>The times that a timestamp can be of.</summary>
    public IEnumerable<TimeSpan> TimesOf(long timestampMs) => _errors
        .Select(error => VirtualClock.AtWall(DateTimeOffset.FromUnixTimeMilliseconds(timestampMs), error))
        .Where(at => at >= TimeSpan.FromSeconds(-1) && at <= clock.Now + TimeSpan.FromMilliseconds(1));
}
