namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetFaultType (clause 21): which algorithm looks for a fault.</summary>
public enum FaultType : ushort
{
    /// <summary>none</summary>
    None = 0,
    /// <summary>fault-characterstring</summary>
    FaultCharacterstring = 1,
    /// <summary>fault-extended</summary>
    FaultExtended = 2,
    /// <summary>fault-life-safety</summary>
    FaultLifeSafety = 3,
    /// <summary>fault-state</summary>
    FaultState = 4,
    /// <summary>fault-status-flags</summary>
    FaultStatusFlags = 5,
    /// <summary>fault-out-of-range</summary>
    FaultOutOfRange = 6,
    /// <summary>fault-listed</summary>
    FaultListed = 7,
}
