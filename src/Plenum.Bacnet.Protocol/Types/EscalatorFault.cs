namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetEscalatorFault (clause 21): what is wrong with an escalator; 1024..65535 are a vendor's.</summary>
public enum EscalatorFault : ushort
{
    /// <summary>controller-fault</summary>
    ControllerFault = 0,
    /// <summary>drive-and-motor-fault</summary>
    DriveAndMotorFault = 1,
    /// <summary>mechanical-component-fault</summary>
    MechanicalComponentFault = 2,
    /// <summary>overspeed-fault</summary>
    OverspeedFault = 3,
    /// <summary>power-supply-fault</summary>
    PowerSupplyFault = 4,
    /// <summary>safety-device-fault</summary>
    SafetyDeviceFault = 5,
    /// <summary>controller-supply-fault</summary>
    ControllerSupplyFault = 6,
    /// <summary>drive-temperature-exceeded</summary>
    DriveTemperatureExceeded = 7,
    /// <summary>comb-plate-fault</summary>
    CombPlateFault = 8,
}
