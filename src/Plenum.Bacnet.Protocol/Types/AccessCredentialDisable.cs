namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetAccessCredentialDisable (clause 21): whether a credential is disabled; 64..65535 are a vendor's.</summary>
public enum AccessCredentialDisable : ushort
{
    /// <summary>none</summary>
    None = 0,
    /// <summary>disable</summary>
    Disable = 1,
    /// <summary>disable-manual</summary>
    DisableManual = 2,
    /// <summary>disable-lockout</summary>
    DisableLockout = 3,
}
