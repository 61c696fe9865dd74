namespace Plenum.Commands;

/// <summary>What the commands exit with; 70 and 71 of <c>run</c> are supervision's own.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>The device refused, or the demo's ledger does not balance.</summary>
    public const int Refused = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Nobody answers, or a port or file cannot be had (EX_UNAVAILABLE of sysexits.h).</summary>
    public const int Unavailable = 69;

    /// <summary>The configuration has an error (EX_CONFIG).</summary>
    public const int BadConfiguration = 78;
}
