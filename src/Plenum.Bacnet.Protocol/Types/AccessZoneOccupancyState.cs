namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetAccessZoneOccupancyState (clause 21): how full an access zone is; 64..65535 are a vendor's.</summary>
public enum AccessZoneOccupancyState : ushort
{
    /// <summary>normal</summary>
    Normal = 0,
    /// <summary>below-lower-limit</summary>
    BelowLowerLimit = 1,
    /// <summary>at-lower-limit</summary>
    AtLowerLimit = 2,
    /// <summary>at-upper-limit</summary>
    AtUpperLimit = 3,
    /// <summary>above-upper-limit</summary>
    AboveUpperLimit = 4,
    /// <summary>disabled</summary>
    Disabled = 5,
    /// <summary>not-supported</summary>
    NotSupported = 6,
}
