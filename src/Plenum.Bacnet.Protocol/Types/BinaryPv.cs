namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetBinaryPV (clause 21): a binary present value.</summary>
public enum BinaryPv : byte
{
    /// <summary>inactive</summary>
    Inactive = 0,
    /// <summary>active</summary>
    Active = 1,
}
