namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetDoorAlarmState (clause 21): the alarm state of a door; 256..65535 are a vendor's.</summary>
public enum DoorAlarmState : ushort
{
    /// <summary>normal</summary>
    Normal = 0,
    /// <summary>alarm</summary>
    Alarm = 1,
    /// <summary>door-open-too-long</summary>
    DoorOpenTooLong = 2,
    /// <summary>forced-open</summary>
    ForcedOpen = 3,
    /// <summary>tamper</summary>
    Tamper = 4,
    /// <summary>door-fault</summary>
    DoorFault = 5,
    /// <summary>lock-down</summary>
    LockDown = 6,
    /// <summary>free-access</summary>
    FreeAccess = 7,
    /// <summary>egress-open</summary>
    EgressOpen = 8,
}
