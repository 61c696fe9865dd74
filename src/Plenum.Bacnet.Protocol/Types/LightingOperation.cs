namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetLightingOperation (clause 21): what a lighting output is told to do; 256..65535 are a vendor's.</summary>
public enum LightingOperation : ushort
{
    /// <summary>none</summary>
    None = 0,
    /// <summary>fade-to</summary>
    FadeTo = 1,
    /// <summary>ramp-to</summary>
    RampTo = 2,
    /// <summary>step-up</summary>
    StepUp = 3,
    /// <summary>step-down</summary>
    StepDown = 4,
    /// <summary>step-on</summary>
    StepOn = 5,
    /// <summary>step-off</summary>
    StepOff = 6,
    /// <summary>warn</summary>
    Warn = 7,
    /// <summary>warn-off</summary>
    WarnOff = 8,
    /// <summary>warn-relinquish</summary>
    WarnRelinquish = 9,
    /// <summary>stop</summary>
    Stop = 10,
    /// <summary>restore-on</summary>
    RestoreOn = 11,
    /// <summary>default-on</summary>
    DefaultOn = 12,
    /// <summary>toggle-restore</summary>
    ToggleRestore = 13,
    /// <summary>toggle-default</summary>
    ToggleDefault = 14,
}
