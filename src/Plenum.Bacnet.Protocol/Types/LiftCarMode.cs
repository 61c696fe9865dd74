namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetLiftCarMode (clause 21): how a lift car is run; 1024..65535 are a vendor's.</summary>
public enum LiftCarMode : ushort
{
    /// <summary>unknown</summary>
    Unknown = 0,
    /// <summary>normal</summary>
    Normal = 1,
    /// <summary>vip</summary>
    Vip = 2,
    /// <summary>homing</summary>
    Homing = 3,
    /// <summary>parking</summary>
    Parking = 4,
    /// <summary>attendant-control</summary>
    AttendantControl = 5,
    /// <summary>firefighter-control</summary>
    FirefighterControl = 6,
    /// <summary>emergency-power</summary>
    EmergencyPower = 7,
    /// <summary>inspection</summary>
    Inspection = 8,
    /// <summary>cabinet-recall</summary>
    CabinetRecall = 9,
    /// <summary>earthquake-operation</summary>
    EarthquakeOperation = 10,
    /// <summary>fire-operation</summary>
    FireOperation = 11,
    /// <summary>out-of-service</summary>
    OutOfService = 12,
    /// <summary>occupant-evacuation</summary>
    OccupantEvacuation = 13,
}
