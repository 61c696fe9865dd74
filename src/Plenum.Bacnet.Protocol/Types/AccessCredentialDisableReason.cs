namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetAccessCredentialDisableReason (clause 21): why a credential is disabled; 64..65535 are a vendor's.</summary>
public enum AccessCredentialDisableReason : ushort
{
    /// <summary>disabled</summary>
    Disabled = 0,
    /// <summary>disabled-needs-provisioning</summary>
    DisabledNeedsProvisioning = 1,
    /// <summary>disabled-unassigned</summary>
    DisabledUnassigned = 2,
    /// <summary>disabled-not-yet-active</summary>
    DisabledNotYetActive = 3,
    /// <summary>disabled-expired</summary>
    DisabledExpired = 4,
    /// <summary>disabled-lockout</summary>
    DisabledLockout = 5,
    /// <summary>disabled-max-days</summary>
    DisabledMaxDays = 6,
    /// <summary>disabled-max-uses</summary>
    DisabledMaxUses = 7,
    /// <summary>disabled-inactivity</summary>
    DisabledInactivity = 8,
    /// <summary>disabled-manual</summary>
    DisabledManual = 9,
}
