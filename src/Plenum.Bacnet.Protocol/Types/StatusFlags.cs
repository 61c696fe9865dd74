namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetStatusFlags (clause 21): bit n of the bit string, counted from the first bit sent, is 1 &lt;&lt; n here.</summary>
[Flags]
public enum StatusFlags : byte
{
    /// <summary>No flag is set: the value can be believed.</summary>
    None = 0,
    /// <summary>in-alarm (bit 0): the object's event state is not normal.</summary>
    InAlarm = 1 << 0,
    /// <summary>fault (bit 1): the object's reliability is not no-fault-detected.</summary>
    Fault = 1 << 1,
    /// <summary>overridden (bit 2): somebody at the device holds the value by hand.</summary>
    Overridden = 1 << 2,
    /// <summary>out-of-service (bit 3): the value no longer follows the physical point.</summary>
    OutOfService = 1 << 3,
}
