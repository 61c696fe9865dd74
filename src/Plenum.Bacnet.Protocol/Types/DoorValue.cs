namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetDoorValue (clause 21): what a door is commanded to do.</summary>
public enum DoorValue : ushort
{
    /// <summary>lock</summary>
    Lock = 0,
    /// <summary>unlock</summary>
    Unlock = 1,
    /// <summary>pulse-unlock</summary>
    PulseUnlock = 2,
    /// <summary>extended-pulse-unlock</summary>
    ExtendedPulseUnlock = 3,
}
