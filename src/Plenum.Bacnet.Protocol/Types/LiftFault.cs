namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetLiftFault (clause 21): what is wrong with a lift; 1024..65535 are a vendor's.</summary>
public enum LiftFault : ushort
{
    /// <summary>controller-fault</summary>
    ControllerFault = 0,
    /// <summary>drive-and-motor-fault</summary>
    DriveAndMotorFault = 1,
    /// <summary>governor-and-safety-gear-fault</summary>
    GovernorAndSafetyGearFault = 2,
    /// <summary>lift-shaft-device-fault</summary>
    LiftShaftDeviceFault = 3,
    /// <summary>power-supply-fault</summary>
    PowerSupplyFault = 4,
    /// <summary>safety-interlock-fault</summary>
    SafetyInterlockFault = 5,
    /// <summary>door-closing-fault</summary>
    DoorClosingFault = 6,
    /// <summary>door-opening-fault</summary>
    DoorOpeningFault = 7,
    /// <summary>car-stopped-outside-landing-zone</summary>
    CarStoppedOutsideLandingZone = 8,
    /// <summary>call-button-stuck</summary>
    CallButtonStuck = 9,
    /// <summary>start-failure</summary>
    StartFailure = 10,
    /// <summary>controller-supply-fault</summary>
    ControllerSupplyFault = 11,
    /// <summary>self-test-failure</summary>
    SelfTestFailure = 12,
    /// <summary>runtime-limit-exceeded</summary>
    RuntimeLimitExceeded = 13,
    /// <summary>position-lost</summary>
    PositionLost = 14,
    /// <summary>drive-temperature-exceeded</summary>
    DriveTemperatureExceeded = 15,
    /// <summary>load-measurement-fault</summary>
    LoadMeasurementFault = 16,
}
