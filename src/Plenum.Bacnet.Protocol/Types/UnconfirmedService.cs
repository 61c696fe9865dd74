namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetUnconfirmedServiceChoice (clause 21): services that are not answered.</summary>
public enum UnconfirmedService : byte
{
    /// <summary>i-am</summary>
    IAm = 0,
    /// <summary>i-have</summary>
    IHave = 1,
    /// <summary>unconfirmed-cov-notification</summary>
    UnconfirmedCovNotification = 2,
    /// <summary>unconfirmed-event-notification</summary>
    UnconfirmedEventNotification = 3,
    /// <summary>unconfirmed-private-transfer</summary>
    UnconfirmedPrivateTransfer = 4,
    /// <summary>unconfirmed-text-message</summary>
    UnconfirmedTextMessage = 5,
    /// <summary>time-synchronization</summary>
    TimeSynchronization = 6,
    /// <summary>who-has</summary>
    WhoHas = 7,
    /// <summary>who-is</summary>
    WhoIs = 8,
    /// <summary>utc-time-synchronization</summary>
    UtcTimeSynchronization = 9,
    /// <summary>write-group</summary>
    WriteGroup = 10,
    /// <summary>unconfirmed-cov-notification-multiple</summary>
    UnconfirmedCovNotificationMultiple = 11,
    /// <summary>unconfirmed-audit-notification</summary>
    UnconfirmedAuditNotification = 12,
    /// <summary>who-am-i</summary>
    WhoAmI = 13,
    /// <summary>you-are</summary>
    YouAre = 14,
}
