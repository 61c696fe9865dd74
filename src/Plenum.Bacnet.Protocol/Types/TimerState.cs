namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetTimerState (clause 21): what a timer does.</summary>
public enum TimerState : ushort
{
    /// <summary>idle</summary>
    Idle = 0,
    /// <summary>running</summary>
    Running = 1,
    /// <summary>expired</summary>
    Expired = 2,
}
