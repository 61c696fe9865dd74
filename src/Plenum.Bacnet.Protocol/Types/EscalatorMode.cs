namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetEscalatorMode (clause 21): how an escalator is run; 1024..65535 are a vendor's.</summary>
public enum EscalatorMode : ushort
{
    /// <summary>unknown</summary>
    Unknown = 0,
    /// <summary>stop</summary>
    Stop = 1,
    /// <summary>up</summary>
    Up = 2,
    /// <summary>down</summary>
    Down = 3,
    /// <summary>inspection</summary>
    Inspection = 4,
    /// <summary>out-of-service</summary>
    OutOfService = 5,
}
