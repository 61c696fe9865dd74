namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetDaysOfWeek (clause 21): days, Monday first; bit n of the bit string, counted from the first bit sent, is 1 &lt;&lt; n here.</summary>
[Flags]
public enum DaysOfWeek : byte
{
    /// <summary>No day.</summary>
    None = 0,
    /// <summary>monday (bit 0)</summary>
    Monday = 1 << 0,
    /// <summary>tuesday (bit 1)</summary>
    Tuesday = 1 << 1,
    /// <summary>wednesday (bit 2)</summary>
    Wednesday = 1 << 2,
    /// <summary>thursday (bit 3)</summary>
    Thursday = 1 << 3,
    /// <summary>friday (bit 4)</summary>
    Friday = 1 << 4,
    /// <summary>saturday (bit 5)</summary>
    Saturday = 1 << 5,
    /// <summary>sunday (bit 6)</summary>
    Sunday = 1 << 6,
}
