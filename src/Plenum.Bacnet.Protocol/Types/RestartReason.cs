namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetRestartReason (clause 21): why a device started last; 64..255 are a vendor's.</summary>
public enum RestartReason : ushort
{
    /// <summary>unknown</summary>
    Unknown = 0,
    /// <summary>coldstart</summary>
    Coldstart = 1,
    /// <summary>warmstart</summary>
    Warmstart = 2,
    /// <summary>detected-power-lost</summary>
    DetectedPowerLost = 3,
    /// <summary>detected-powered-off</summary>
    DetectedPoweredOff = 4,
    /// <summary>hardware-watchdog</summary>
    HardwareWatchdog = 5,
    /// <summary>software-watchdog</summary>
    SoftwareWatchdog = 6,
    /// <summary>suspended</summary>
    Suspended = 7,
    /// <summary>activate-changes</summary>
    ActivateChanges = 8,
}
