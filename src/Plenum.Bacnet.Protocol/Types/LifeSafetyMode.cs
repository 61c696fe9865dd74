namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetLifeSafetyMode (clause 21): how a life safety object works; 256..65535 are a vendor's.</summary>
public enum LifeSafetyMode : ushort
{
    /// <summary>off</summary>
    Off = 0,
    /// <summary>on</summary>
    On = 1,
    /// <summary>test</summary>
    Test = 2,
    /// <summary>manned</summary>
    Manned = 3,
    /// <summary>unmanned</summary>
    Unmanned = 4,
    /// <summary>armed</summary>
    Armed = 5,
    /// <summary>disarmed</summary>
    Disarmed = 6,
    /// <summary>prearmed</summary>
    Prearmed = 7,
    /// <summary>slow</summary>
    Slow = 8,
    /// <summary>fast</summary>
    Fast = 9,
    /// <summary>disconnected</summary>
    Disconnected = 10,
    /// <summary>enabled</summary>
    Enabled = 11,
    /// <summary>disabled</summary>
    Disabled = 12,
    /// <summary>automatic-release-disabled</summary>
    AutomaticReleaseDisabled = 13,
    /// <summary>default</summary>
    Default = 14,
    /// <summary>activated-oeo-alarm</summary>
    ActivatedOeoAlarm = 15,
    /// <summary>activated-oeo-evacuate</summary>
    ActivatedOeoEvacuate = 16,
    /// <summary>activated-oeo-phase1-recall</summary>
    ActivatedOeoPhase1Recall = 17,
    /// <summary>activated-oeo-unavailable</summary>
    ActivatedOeoUnavailable = 18,
    /// <summary>deactivated</summary>
    Deactivated = 19,
}
