namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetLightingTransition (clause 21): how a lighting output changes; 64..255 are a vendor's.</summary>
public enum LightingTransition : ushort
{
    /// <summary>none</summary>
    None = 0,
    /// <summary>fade</summary>
    Fade = 1,
    /// <summary>ramp</summary>
    Ramp = 2,
}
