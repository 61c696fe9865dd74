namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetServicesSupported (clause 21): the bit of each service in Protocol_Services_Supported, counted from the first bit sent.</summary>
public enum ServicesSupported : byte
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
    /// <summary>i-am</summary>
    IAm = 26,
    /// <summary>i-have</summary>
    IHave = 27,
    /// <summary>unconfirmed-cov-notification</summary>
    UnconfirmedCovNotification = 28,
    /// <summary>unconfirmed-event-notification</summary>
    UnconfirmedEventNotification = 29,
    /// <summary>unconfirmed-private-transfer</summary>
    UnconfirmedPrivateTransfer = 30,
    /// <summary>unconfirmed-text-message</summary>
    UnconfirmedTextMessage = 31,
    /// <summary>time-synchronization</summary>
    TimeSynchronization = 32,
    /// <summary>who-has</summary>
    WhoHas = 33,
    /// <summary>who-is</summary>
    WhoIs = 34,
    /// <summary>read-range</summary>
    ReadRange = 35,
    /// <summary>utc-time-synchronization</summary>
    UtcTimeSynchronization = 36,
    /// <summary>life-safety-operation</summary>
    LifeSafetyOperation = 37,
    /// <summary>subscribe-cov-property</summary>
    SubscribeCovProperty = 38,
    /// <summary>get-event-information</summary>
    GetEventInformation = 39,
    /// <summary>write-group</summary>
    WriteGroup = 40,
    /// <summary>subscribe-cov-property-multiple</summary>
    SubscribeCovPropertyMultiple = 41,
    /// <summary>confirmed-cov-notification-multiple</summary>
    ConfirmedCovNotificationMultiple = 42,
    /// <summary>unconfirmed-cov-notification-multiple</summary>
    UnconfirmedCovNotificationMultiple = 43,
    /// <summary>confirmed-audit-notification</summary>
    ConfirmedAuditNotification = 44,
    /// <summary>audit-log-query</summary>
    AuditLogQuery = 45,
    /// <summary>unconfirmed-audit-notification</summary>
    UnconfirmedAuditNotification = 46,
    /// <summary>who-am-i</summary>
    WhoAmI = 47,
    /// <summary>you-are</summary>
    YouAre = 48,
}
