namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetWriteStatus (clause 21): how writing to a channel went.</summary>
public enum WriteStatus : ushort
{
    /// <summary>idle</summary>
    Idle = 0,
    /// <summary>in-progress</summary>
    InProgress = 1,
    /// <summary>successful</summary>
    Successful = 2,
    /// <summary>failed</summary>
    Failed = 3,
}
