namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetAccessEvent (clause 21): what happened at an access point; 512..65535 are a vendor's.</summary>
public enum AccessEvent : ushort
{
    /// <summary>none</summary>
    None = 0,
    /// <summary>granted</summary>
    Granted = 1,
    /// <summary>muster</summary>
    Muster = 2,
    /// <summary>passback-detected</summary>
    PassbackDetected = 3,
    /// <summary>duress</summary>
    Duress = 4,
    /// <summary>trace</summary>
    Trace = 5,
    /// <summary>lockout-max-attempts</summary>
    LockoutMaxAttempts = 6,
    /// <summary>lockout-other</summary>
    LockoutOther = 7,
    /// <summary>lockout-relinquished</summary>
    LockoutRelinquished = 8,
    /// <summary>locked-by-higher-priority</summary>
    LockedByHigherPriority = 9,
    /// <summary>out-of-service</summary>
    OutOfService = 10,
    /// <summary>out-of-service-relinquished</summary>
    OutOfServiceRelinquished = 11,
    /// <summary>accompaniment-by</summary>
    AccompanimentBy = 12,
    /// <summary>authentication-factor-read</summary>
    AuthenticationFactorRead = 13,
    /// <summary>authorization-delayed</summary>
    AuthorizationDelayed = 14,
    /// <summary>verification-required</summary>
    VerificationRequired = 15,
    /// <summary>no-entry-after-granted</summary>
    NoEntryAfterGranted = 16,
    /// <summary>denied-deny-all</summary>
    DeniedDenyAll = 128,
    /// <summary>denied-unknown-credential</summary>
    DeniedUnknownCredential = 129,
    /// <summary>denied-authentication-unavailable</summary>
    DeniedAuthenticationUnavailable = 130,
    /// <summary>denied-authentication-factor-timeout</summary>
    DeniedAuthenticationFactorTimeout = 131,
    /// <summary>denied-incorrect-authentication-factor</summary>
    DeniedIncorrectAuthenticationFactor = 132,
    /// <summary>denied-zone-no-access-rights</summary>
    DeniedZoneNoAccessRights = 133,
    /// <summary>denied-point-no-access-rights</summary>
    DeniedPointNoAccessRights = 134,
    /// <summary>denied-no-access-rights</summary>
    DeniedNoAccessRights = 135,
    /// <summary>denied-out-of-time-range</summary>
    DeniedOutOfTimeRange = 136,
    /// <summary>denied-threat-level</summary>
    DeniedThreatLevel = 137,
    /// <summary>denied-passback</summary>
    DeniedPassback = 138,
    /// <summary>denied-unexpected-location-usage</summary>
    DeniedUnexpectedLocationUsage = 139,
    /// <summary>denied-max-attempts</summary>
    DeniedMaxAttempts = 140,
    /// <summary>denied-lower-occupancy-limit</summary>
    DeniedLowerOccupancyLimit = 141,
    /// <summary>denied-upper-occupancy-limit</summary>
    DeniedUpperOccupancyLimit = 142,
    /// <summary>denied-authentication-factor-lost</summary>
    DeniedAuthenticationFactorLost = 143,
    /// <summary>denied-authentication-factor-stolen</summary>
    DeniedAuthenticationFactorStolen = 144,
    /// <summary>denied-authentication-factor-damaged</summary>
    DeniedAuthenticationFactorDamaged = 145,
    /// <summary>denied-authentication-factor-destroyed</summary>
    DeniedAuthenticationFactorDestroyed = 146,
    /// <summary>denied-authentication-factor-disabled</summary>
    DeniedAuthenticationFactorDisabled = 147,
    /// <summary>denied-authentication-factor-error</summary>
    DeniedAuthenticationFactorError = 148,
    /// <summary>denied-credential-unassigned</summary>
    DeniedCredentialUnassigned = 149,
    /// <summary>denied-credential-not-provisioned</summary>
    DeniedCredentialNotProvisioned = 150,
    /// <summary>denied-credential-not-yet-active</summary>
    DeniedCredentialNotYetActive = 151,
    /// <summary>denied-credential-expired</summary>
    DeniedCredentialExpired = 152,
    /// <summary>denied-credential-manual-disable</summary>
    DeniedCredentialManualDisable = 153,
    /// <summary>denied-credential-lockout</summary>
    DeniedCredentialLockout = 154,
    /// <summary>denied-credential-max-days</summary>
    DeniedCredentialMaxDays = 155,
    /// <summary>denied-credential-max-uses</summary>
    DeniedCredentialMaxUses = 156,
    /// <summary>denied-credential-inactivity</summary>
    DeniedCredentialInactivity = 157,
    /// <summary>denied-credential-disabled</summary>
    DeniedCredentialDisabled = 158,
    /// <summary>denied-no-accompaniment</summary>
    DeniedNoAccompaniment = 159,
    /// <summary>denied-incorrect-accompaniment</summary>
    DeniedIncorrectAccompaniment = 160,
    /// <summary>denied-lockout</summary>
    DeniedLockout = 161,
    /// <summary>denied-verification-failed</summary>
    DeniedVerificationFailed = 162,
    /// <summary>denied-verification-timeout</summary>
    DeniedVerificationTimeout = 163,
    /// <summary>denied-other</summary>
    DeniedOther = 164,
}
