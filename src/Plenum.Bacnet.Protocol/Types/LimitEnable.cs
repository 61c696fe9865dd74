namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetLimitEnable (clause 21): which limits are watched; bit n of the bit string, counted from the first bit sent, is 1 &lt;&lt; n here.</summary>
[Flags]
public enum LimitEnable : byte
{
    /// <summary>Neither.</summary>
    None = 0,
    /// <summary>low-limit (bit 0)</summary>
    LowLimit = 1 << 0,
    /// <summary>high-limit (bit 1)</summary>
    HighLimit = 1 << 1,
}
