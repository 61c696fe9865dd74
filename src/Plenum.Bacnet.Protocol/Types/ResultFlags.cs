namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetResultFlags (clause 21) of a ReadRange-ACK: bit n of the bit string, counted from the first bit sent, is 1 &lt;&lt; n here.</summary>
[Flags]
public enum ResultFlags : byte
{
    /// <summary>No flag is set: items are missing on both sides of those in the answer.</summary>
    None = 0,
    /// <summary>first-item (bit 0): the answer has the first item that was asked for, or the first of the list.</summary>
    FirstItem = 1 << 0,
    /// <summary>last-item (bit 1): the answer has the last item.</summary>
    LastItem = 1 << 1,
    /// <summary>more-items (bit 2): what was asked for has more items than fit this answer.</summary>
    MoreItems = 1 << 2,
}
