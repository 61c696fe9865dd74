namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetNotifyType (clause 21): what a notification is.</summary>
public enum NotifyType : ushort
{
    /// <summary>alarm</summary>
    Alarm = 0,
    /// <summary>event</summary>
    Event = 1,
    /// <summary>ack-notification</summary>
    AckNotification = 2,
}
