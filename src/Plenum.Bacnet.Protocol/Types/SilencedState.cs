namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetSilencedState (clause 21): what is silenced; 64..65535 are a vendor's.</summary>
public enum SilencedState : ushort
{
    /// <summary>unsilenced</summary>
    Unsilenced = 0,
    /// <summary>audible-silenced</summary>
    AudibleSilenced = 1,
    /// <summary>visible-silenced</summary>
    VisibleSilenced = 2,
    /// <summary>all-silenced</summary>
    AllSilenced = 3,
}
