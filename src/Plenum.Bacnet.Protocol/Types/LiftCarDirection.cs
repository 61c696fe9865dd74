namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetLiftCarDirection (clause 21): which way a lift car goes; 1024..65535 are a vendor's.</summary>
public enum LiftCarDirection : ushort
{
    /// <summary>unknown</summary>
    Unknown = 0,
    /// <summary>none</summary>
    None = 1,
    /// <summary>stopped</summary>
    Stopped = 2,
    /// <summary>up</summary>
    Up = 3,
    /// <summary>down</summary>
    Down = 4,
    /// <summary>up-and-down</summary>
    UpAndDown = 5,
}
