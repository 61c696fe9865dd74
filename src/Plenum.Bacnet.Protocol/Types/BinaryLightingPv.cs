namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetBinaryLightingPV (clause 21): a binary lighting output's value; 64..255 are a vendor's.</summary>
public enum BinaryLightingPv : ushort
{
    /// <summary>off</summary>
    Off = 0,
    /// <summary>on</summary>
    On = 1,
    /// <summary>warn</summary>
    Warn = 2,
    /// <summary>warn-off</summary>
    WarnOff = 3,
    /// <summary>warn-relinquish</summary>
    WarnRelinquish = 4,
    /// <summary>stop</summary>
    Stop = 5,
}
