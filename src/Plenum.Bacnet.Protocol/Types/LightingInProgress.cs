namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetLightingInProgress (clause 21): what a lighting output does.</summary>
public enum LightingInProgress : ushort
{
    /// <summary>idle</summary>
    Idle = 0,
    /// <summary>fade-active</summary>
    FadeActive = 1,
    /// <summary>ramp-active</summary>
    RampActive = 2,
    /// <summary>not-controlled</summary>
    NotControlled = 3,
    /// <summary>other</summary>
    Other = 4,
    /// <summary>trim-active</summary>
    TrimActive = 5,
}
