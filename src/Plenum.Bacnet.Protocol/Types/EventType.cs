namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetEventType (clause 21): which algorithm watches an object; 64..65535 are a vendor's.</summary>
public enum EventType : ushort
{
    /// <summary>change-of-bitstring</summary>
    ChangeOfBitstring = 0,
    /// <summary>change-of-state</summary>
    ChangeOfState = 1,
    /// <summary>change-of-value</summary>
    ChangeOfValue = 2,
    /// <summary>command-failure</summary>
    CommandFailure = 3,
    /// <summary>floating-limit</summary>
    FloatingLimit = 4,
    /// <summary>out-of-range</summary>
    OutOfRange = 5,
    /// <summary>change-of-life-safety</summary>
    ChangeOfLifeSafety = 8,
    /// <summary>extended</summary>
    Extended = 9,
    /// <summary>buffer-ready</summary>
    BufferReady = 10,
    /// <summary>unsigned-range</summary>
    UnsignedRange = 11,
    /// <summary>access-event</summary>
    AccessEvent = 13,
    /// <summary>double-out-of-range</summary>
    DoubleOutOfRange = 14,
    /// <summary>signed-out-of-range</summary>
    SignedOutOfRange = 15,
    /// <summary>unsigned-out-of-range</summary>
    UnsignedOutOfRange = 16,
    /// <summary>change-of-characterstring</summary>
    ChangeOfCharacterstring = 17,
    /// <summary>change-of-status-flags</summary>
    ChangeOfStatusFlags = 18,
    /// <summary>change-of-reliability</summary>
    ChangeOfReliability = 19,
    /// <summary>none</summary>
    None = 20,
    /// <summary>change-of-discrete-value</summary>
    ChangeOfDiscreteValue = 21,
    /// <summary>change-of-timer</summary>
    ChangeOfTimer = 22,
}
