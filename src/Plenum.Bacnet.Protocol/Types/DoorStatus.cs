namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetDoorStatus (clause 21): how a door stands; 1024..65535 are a vendor's.</summary>
public enum DoorStatus : ushort
{
    /// <summary>closed</summary>
    Closed = 0,
    /// <summary>opened</summary>
    Opened = 1,
    /// <summary>unknown</summary>
    Unknown = 2,
    /// <summary>door-fault</summary>
    DoorFault = 3,
    /// <summary>unused</summary>
    Unused = 4,
    /// <summary>none</summary>
    None = 5,
    /// <summary>closing</summary>
    Closing = 6,
    /// <summary>opening</summary>
    Opening = 7,
    /// <summary>safety-locked</summary>
    SafetyLocked = 8,
    /// <summary>limited-opened</summary>
    LimitedOpened = 9,
}
