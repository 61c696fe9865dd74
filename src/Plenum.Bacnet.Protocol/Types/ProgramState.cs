namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetProgramState (clause 21): what a Program object does.</summary>
public enum ProgramState : ushort
{
    /// <summary>idle</summary>
    Idle = 0,
    /// <summary>loading</summary>
    Loading = 1,
    /// <summary>running</summary>
    Running = 2,
    /// <summary>waiting</summary>
    Waiting = 3,
    /// <summary>halted</summary>
    Halted = 4,
    /// <summary>unloading</summary>
    Unloading = 5,
}
