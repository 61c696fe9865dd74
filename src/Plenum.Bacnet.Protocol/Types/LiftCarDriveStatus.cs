namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetLiftCarDriveStatus (clause 21): what a lift's drive does; 1024..65535 are a vendor's.</summary>
public enum LiftCarDriveStatus : ushort
{
    /// <summary>unknown</summary>
    Unknown = 0,
    /// <summary>stationary</summary>
    Stationary = 1,
    /// <summary>braking</summary>
    Braking = 2,
    /// <summary>accelerate</summary>
    Accelerate = 3,
    /// <summary>decelerate</summary>
    Decelerate = 4,
    /// <summary>rated-speed</summary>
    RatedSpeed = 5,
    /// <summary>single-floor-jump</summary>
    SingleFloorJump = 6,
    /// <summary>two-floor-jump</summary>
    TwoFloorJump = 7,
    /// <summary>three-floor-jump</summary>
    ThreeFloorJump = 8,
    /// <summary>multi-floor-jump</summary>
    MultiFloorJump = 9,
}
