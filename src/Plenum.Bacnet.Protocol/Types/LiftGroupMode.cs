namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetLiftGroupMode (clause 21): how a group of lifts is run.</summary>
public enum LiftGroupMode : ushort
{
    /// <summary>unknown</summary>
    Unknown = 0,
    /// <summary>normal</summary>
    Normal = 1,
    /// <summary>down-peak</summary>
    DownPeak = 2,
    /// <summary>two-way</summary>
    TwoWay = 3,
    /// <summary>four-way</summary>
    FourWay = 4,
    /// <summary>emergency-power</summary>
    EmergencyPower = 5,
    /// <summary>up-peak</summary>
    UpPeak = 6,
}
