namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetProgramRequest (clause 21): what a Program object is asked to do.</summary>
public enum ProgramRequest : ushort
{
    /// <summary>ready</summary>
    Ready = 0,
    /// <summary>load</summary>
    Load = 1,
    /// <summary>run</summary>
    Run = 2,
    /// <summary>halt</summary>
    Halt = 3,
    /// <summary>restart</summary>
    Restart = 4,
    /// <summary>unload</summary>
    Unload = 5,
}
