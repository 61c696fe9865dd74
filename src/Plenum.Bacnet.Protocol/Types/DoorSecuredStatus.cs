namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetDoorSecuredStatus (clause 21): whether a door is secured.</summary>
public enum DoorSecuredStatus : ushort
{
    /// <summary>secured</summary>
    Secured = 0,
    /// <summary>unsecured</summary>
    Unsecured = 1,
    /// <summary>unknown</summary>
    Unknown = 2,
}
