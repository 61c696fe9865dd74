namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetEventTransitionBits (clause 21): one flag for each kind of an event's transitions; bit n of the bit string, counted from the first bit sent, is 1 &lt;&lt; n here.</summary>
[Flags]
public enum EventTransitions : byte
{
    /// <summary>None of the three.</summary>
    None = 0,
    /// <summary>to-offnormal (bit 0)</summary>
    ToOffnormal = 1 << 0,
    /// <summary>to-fault (bit 1)</summary>
    ToFault = 1 << 1,
    /// <summary>to-normal (bit 2)</summary>
    ToNormal = 1 << 2,
}
