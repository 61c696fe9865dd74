namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetIPMode (clause 21): what a B/IP port is.</summary>
public enum IpMode : ushort
{
    /// <summary>normal</summary>
    Normal = 0,
    /// <summary>foreign</summary>
    Foreign = 1,
    /// <summary>bbmd</summary>
    Bbmd = 2,
}
