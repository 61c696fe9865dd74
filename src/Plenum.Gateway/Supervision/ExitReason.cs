namespace Plenum.Gateway.Supervision;

/// <summary>Why the gateway ends.</summary>
/// <param name="Code">The process's exit code.</param>
/// <param name="Explanation">The same for people.</param>
public sealed record ExitReason(ExitCode Code, string Explanation);

/// <summary>The exit codes of supervision, which <c>restart: always</c> and people can act on. Numbers from 70 on do not meet the ones that shells and runtimes use.</summary>
public enum ExitCode
{
    /// <summary>Stopped as asked.</summary>
    Stopped = 0,
    /// <summary>A part failed again and again, and restarting it did not help.</summary>
    PartFailed = 70,
    /// <summary>A part stopped making progress without an error.</summary>
    PartStuck = 71,
}
