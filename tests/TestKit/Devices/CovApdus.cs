using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.TestKit;

/// <summary>Whole APDUs with notifications of changes, for devices that are scripted.</summary>
public static class CovApdus
{
    /// <summary>ConfirmedCOVNotification.</summary>
    public static byte[] Confirmed(byte invokeId, CovNotificationRequest notification) =>
        Make(new() { Type = PduType.ConfirmedRequest, MaxApduCode = ApduSizes.Encode(ApduSizes.Largest), InvokeId = invokeId, Service = (byte)ConfirmedService.ConfirmedCovNotification }, notification.Encode);

    /// <summary>UnconfirmedCOVNotification.</summary>
    public static byte[] Unconfirmed(CovNotificationRequest notification) =>
        Make(new() { Type = PduType.UnconfirmedRequest, Service = (byte)UnconfirmedService.UnconfirmedCovNotification }, notification.Encode);

    /// <summary>ConfirmedCOVNotificationMultiple.</summary>
    public static byte[] Multiple(byte invokeId, CovNotificationMultipleRequest notification) =>
        Make(new() { Type = PduType.ConfirmedRequest, MaxApduCode = ApduSizes.Encode(ApduSizes.Largest), InvokeId = invokeId, Service = (byte)ConfirmedService.ConfirmedCovNotificationMultiple }, notification.Encode);

    /// <summary>A notification of a present value.</summary>
    public static CovNotificationRequest PresentValue(uint device, ObjectId monitored, BacnetValue value, uint processId = 1, uint remaining = 600) =>
        new(processId, new(ObjectType.Device, device), monitored, remaining, [new(PropertyId.PresentValue, null, value), new(PropertyId.StatusFlags, null, BacnetValue.BitString(new(0, 4)))]);

    private delegate void Body(ref TagWriter writer);

    private static byte[] Make(ApduHeader header, Body body)
    {
        var apdu = new byte[ApduSizes.Largest];
        var size = header.Encode(apdu);
        var writer = new TagWriter(apdu.AsSpan(size));
        body(ref writer);
        return writer.Overflowed ? throw new InvalidOperationException("this APDU is larger than any can be") : apdu[..(size + writer.Length)];
    }
}
