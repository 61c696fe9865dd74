namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetLockStatus (clause 21): how a lock stands.</summary>
public enum LockStatus : ushort
{
    /// <summary>locked</summary>
    Locked = 0,
    /// <summary>unlocked</summary>
    Unlocked = 1,
    /// <summary>lock-fault</summary>
    LockFault = 2,
    /// <summary>unused</summary>
    Unused = 3,
    /// <summary>unknown</summary>
    Unknown = 4,
}
