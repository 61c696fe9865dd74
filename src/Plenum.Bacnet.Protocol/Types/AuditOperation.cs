namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetAuditOperation (clause 21): what was done, for the audit; 32..63 are a vendor's.</summary>
public enum AuditOperation : ushort
{
    /// <summary>read</summary>
    Read = 0,
    /// <summary>write</summary>
    Write = 1,
    /// <summary>create</summary>
    Create = 2,
    /// <summary>delete</summary>
    Delete = 3,
    /// <summary>life-safety</summary>
    LifeSafety = 4,
    /// <summary>acknowledge-alarm</summary>
    AcknowledgeAlarm = 5,
    /// <summary>device-disable-comm</summary>
    DeviceDisableComm = 6,
    /// <summary>device-enable-comm</summary>
    DeviceEnableComm = 7,
    /// <summary>device-reset</summary>
    DeviceReset = 8,
    /// <summary>device-backup</summary>
    DeviceBackup = 9,
    /// <summary>device-restore</summary>
    DeviceRestore = 10,
    /// <summary>subscription</summary>
    Subscription = 11,
    /// <summary>notification</summary>
    Notification = 12,
    /// <summary>auditing-failure</summary>
    AuditingFailure = 13,
    /// <summary>network-changes</summary>
    NetworkChanges = 14,
    /// <summary>general</summary>
    General = 15,
}
