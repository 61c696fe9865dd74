using Microsoft.Extensions.Logging;

namespace Plenum.Gateway.Supervision;

/// <summary>Tells each change of a part once: as a line of the log, and as a metric.</summary>
internal sealed class PartNews(string part, ILogger logger)
{
    public void Runs()
    {
        PartMetrics.Changed(part, "running");
        Log.PartRuns(logger, part);
    }

    public void Restarts(Exception failure, TimeSpan delay)
    {
        PartMetrics.Changed(part, "restarting");
        PartMetrics.Restarted(part);
        Log.PartRestarts(logger, failure, part, delay.TotalMilliseconds);
    }

    public void Failed(Exception failure)
    {
        PartMetrics.Changed(part, "failed");
        Log.PartFailed(logger, failure, part);
    }

    public void Stuck(TimeSpan allowedSilence)
    {
        PartMetrics.Changed(part, "stuck");
        Log.PartStuck(logger, part, allowedSilence);
    }

    public void Stopped()
    {
        PartMetrics.Changed(part, "stopped");
        Log.PartStopped(logger, part);
    }

    /// <summary>What the part says of itself has another colour.</summary>
    public void Says(HealthLevel level, string? reason)
    {
        PartMetrics.Changed(part, Word(level));
        switch (level)
        {
            case HealthLevel.Ok: Log.PartIsOk(logger, part); break;
            case HealthLevel.Yellow: Log.PartIsYellow(logger, part, reason); break;
            default: Log.PartIsRed(logger, part, reason); break;
        }
    }

    /// <summary>Its silence has another colour.</summary>
    public void IsSilent(HealthLevel level, TimeSpan silent, TimeSpan allowed)
    {
        PartMetrics.Changed(part, Word(level));
        switch (level)
        {
            case HealthLevel.Ok: Log.PartMovesAgain(logger, part); break;
            case HealthLevel.Yellow: Log.PartIsQuiet(logger, part, silent, allowed); break;
            default: Log.PartIsSilent(logger, part, silent, allowed); break;
        }
    }

    private static string Word(HealthLevel level) => level switch { HealthLevel.Ok => "ok", HealthLevel.Yellow => "yellow", _ => "red" };
}
