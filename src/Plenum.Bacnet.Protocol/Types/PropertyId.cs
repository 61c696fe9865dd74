namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetPropertyIdentifier (clause 21): 0..511 and 4194304 upward are the standard's, the rest a vendor's.</summary>
public enum PropertyId : uint
{
    /// <summary>object-identifier</summary>
    ObjectIdentifier = 75,
    /// <summary>object-name</summary>
    ObjectName = 77,
    /// <summary>present-value</summary>
    PresentValue = 85,
}
