namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetEventState (clause 21): 0..63 are the standard's, 64..65535 a vendor's.</summary>
public enum EventState : ushort
{
    /// <summary>normal</summary>
    Normal = 0,
    /// <summary>fault</summary>
    Fault = 1,
    /// <summary>offnormal</summary>
    Offnormal = 2,
    /// <summary>high-limit</summary>
    HighLimit = 3,
    /// <summary>low-limit</summary>
    LowLimit = 4,
    /// <summary>life-safety-alarm</summary>
    LifeSafetyAlarm = 5,
}
