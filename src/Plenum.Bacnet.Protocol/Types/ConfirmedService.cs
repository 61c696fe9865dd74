namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetConfirmedServiceChoice (clause 21): services that are answered.</summary>
public enum ConfirmedService : byte
{
    /// <summary>acknowledge-alarm</summary>
    AcknowledgeAlarm = 0,
    /// <summary>confirmed-cov-notification</summary>
    ConfirmedCovNotification = 1,
    /// <summary>confirmed-event-notification</summary>
    ConfirmedEventNotification = 2,
    /// <summary>get-alarm-summary</summary>
    GetAlarmSummary = 3,
    /// <summary>get-enrollment-summary</summary>
    GetEnrollmentSummary = 4,
    /// <summary>subscribe-cov</summary>
    SubscribeCov = 5,
    /// <summary>atomic-read-file</summary>
    AtomicReadFile = 6,
    /// <summary>atomic-write-file</summary>
    AtomicWriteFile = 7,
    /// <summary>add-list-element</summary>
    AddListElement = 8,
    /// <summary>remove-list-element</summary>
    RemoveListElement = 9,
    /// <summary>create-object</summary>
    CreateObject = 10,
    /// <summary>delete-object</summary>
    DeleteObject = 11,
    /// <summary>read-property</summary>
    ReadProperty = 12,
    /// <summary>read-property-conditional (no longer in the standard; old devices have it)</summary>
    ReadPropertyConditional = 13,
    /// <summary>read-property-multiple</summary>
    ReadPropertyMultiple = 14,
    /// <summary>write-property</summary>
    WriteProperty = 15,
    /// <summary>write-property-multiple</summary>
    WritePropertyMultiple = 16,
    /// <summary>device-communication-control</summary>
    DeviceCommunicationControl = 17,
    /// <summary>confirmed-private-transfer</summary>
    ConfirmedPrivateTransfer = 18,
    /// <summary>confirmed-text-message</summary>
    ConfirmedTextMessage = 19,
    /// <summary>reinitialize-device</summary>
    ReinitializeDevice = 20,
    /// <summary>vt-open</summary>
    VtOpen = 21,
    /// <summary>vt-close</summary>
    VtClose = 22,
    /// <summary>vt-data</summary>
    VtData = 23,
    /// <summary>authenticate (no longer in the standard; old devices have it)</summary>
    Authenticate = 24,
    /// <summary>request-key (no longer in the standard; old devices have it)</summary>
    RequestKey = 25,
    /// <summary>read-range</summary>
    ReadRange = 26,
    /// <summary>life-safety-operation</summary>
    LifeSafetyOperation = 27,
    /// <summary>subscribe-cov-property</summary>
    SubscribeCovProperty = 28,
    /// <summary>get-event-information</summary>
    GetEventInformation = 29,
    /// <summary>subscribe-cov-property-multiple</summary>
    SubscribeCovPropertyMultiple = 30,
    /// <summary>confirmed-cov-notification-multiple</summary>
    ConfirmedCovNotificationMultiple = 31,
    /// <summary>confirmed-audit-notification</summary>
    ConfirmedAuditNotification = 32,
    /// <summary>audit-log-query</summary>
    AuditLogQuery = 33,
}
