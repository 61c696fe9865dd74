namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetNetworkType (clause 21): which data link a network port has; 64..255 are a vendor's.</summary>
public enum NetworkType : ushort
{
    /// <summary>ethernet</summary>
    Ethernet = 0,
    /// <summary>arcnet</summary>
    Arcnet = 1,
    /// <summary>mstp</summary>
    Mstp = 2,
    /// <summary>ptp</summary>
    Ptp = 3,
    /// <summary>lontalk</summary>
    Lontalk = 4,
    /// <summary>ipv4</summary>
    Ipv4 = 5,
    /// <summary>zigbee</summary>
    Zigbee = 6,
    /// <summary>virtual</summary>
    Virtual = 7,
    /// <summary>ipv6</summary>
    Ipv6 = 9,
    /// <summary>serial</summary>
    Serial = 10,
    /// <summary>secure-connect</summary>
    SecureConnect = 11,
}
