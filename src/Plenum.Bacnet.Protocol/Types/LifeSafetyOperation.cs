namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetLifeSafetyOperation (clause 21): what a person does to a life safety object; 64..65535 are a vendor's.</summary>
public enum LifeSafetyOperation : ushort
{
    /// <summary>none</summary>
    None = 0,
    /// <summary>silence</summary>
    Silence = 1,
    /// <summary>silence-audible</summary>
    SilenceAudible = 2,
    /// <summary>silence-visual</summary>
    SilenceVisual = 3,
    /// <summary>reset</summary>
    Reset = 4,
    /// <summary>reset-alarm</summary>
    ResetAlarm = 5,
    /// <summary>reset-fault</summary>
    ResetFault = 6,
    /// <summary>unsilence</summary>
    Unsilence = 7,
    /// <summary>unsilence-audible</summary>
    UnsilenceAudible = 8,
    /// <summary>unsilence-visual</summary>
    UnsilenceVisual = 9,
}
