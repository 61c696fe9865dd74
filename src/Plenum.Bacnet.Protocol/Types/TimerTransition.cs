namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetTimerTransition (clause 21): how a timer came to its state.</summary>
public enum TimerTransition : ushort
{
    /// <summary>none</summary>
    None = 0,
    /// <summary>idle-to-running</summary>
    IdleToRunning = 1,
    /// <summary>running-to-idle</summary>
    RunningToIdle = 2,
    /// <summary>running-to-running</summary>
    RunningToRunning = 3,
    /// <summary>running-to-expired</summary>
    RunningToExpired = 4,
    /// <summary>forced-to-expired</summary>
    ForcedToExpired = 5,
    /// <summary>expired-to-idle</summary>
    ExpiredToIdle = 6,
    /// <summary>expired-to-running</summary>
    ExpiredToRunning = 7,
}
