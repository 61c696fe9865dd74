using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;
using static Interop.Tests.Questions;

namespace Interop.Tests;

/// <summary>What a device answers to <see cref="Questions"/>, and what it tells unasked, as our encoders write it.</summary>
internal static class Answers
{
    private static readonly EventNotification TooWarm = new(
        1, new(ObjectType.Device, 4), Alarming, At, 4, 100, EventType.OutOfRange, "too warm", NotifyType.Alarm, AckRequired: true, EventState.Normal, EventState.HighLimit,
        new OutOfRangeNotification(5, BacnetValue.Real(80.1f), StatusFlags.InAlarm, BacnetValue.Real(1), BacnetValue.Real(80)));

    /// <summary>Answers a confirmed request; other messages need none.</summary>
    public static void To(Asked asked, ScriptedDevice device)
    {
        if (asked.Apdu.Type != PduType.ConfirmedRequest) return;
        var service = (ConfirmedService)asked.Apdu.Service;
        device.Answer(asked, ContentOf(service, asked) is { } content ? Apdus.Ack(asked.InvokeId, service, content) : Apdus.SimpleAck(asked.InvokeId, service));
    }

    /// <summary>Tells what nobody asked for: events and changes, with and without an acknowledgement.</summary>
    public static void Notify(ScriptedDevice device, DeviceAddress to)
    {
        var changes = new CovNotificationMultipleRequest(18, new(ObjectType.Device, 4), 35, new(new(126, 11, 22, 7), new(8, 30, 0, 0)),
            [new(new(Alarming, PropertyId.PresentValue), BacnetValue.Real(65), new(8, 29, 0, 0)), new(new(new(ObjectType.AnalogOutput, 5), PropertyId.PresentValue), BacnetValue.Real(80.1f))]);
        device.Send(Apdus.Confirmed(1, ConfirmedService.ConfirmedEventNotification, TooWarm.Write), to);
        device.Send(Apdus.Unconfirmed(UnconfirmedService.UnconfirmedEventNotification, TooWarm.Write), to);
        device.Send(Apdus.Confirmed(2, ConfirmedService.ConfirmedCovNotificationMultiple, changes.Encode), to);
        device.Send(Apdus.Unconfirmed(UnconfirmedService.UnconfirmedCovNotificationMultiple, changes.Encode), to);
        device.Send(Apdus.Unconfirmed(UnconfirmedService.IHave, new IHaveRequest(new(ObjectType.Device, 4), Alarming, "OATemp").Encode), to);
    }

    private static Apdus.Body? ContentOf(ConfirmedService service, Asked asked) => service switch
    {
        ConfirmedService.GetAlarmSummary => new GetAlarmSummaryAck([new AlarmSummary(Alarming, EventState.HighLimit, EventTransitions.ToFault)]).Encode,
        ConfirmedService.GetEnrollmentSummary => new GetEnrollmentSummaryAck([new EnrollmentSummary(Alarming, EventType.OutOfRange, EventState.HighLimit, 100, 4)]).Encode,
        ConfirmedService.GetEventInformation => new GetEventInformationAck(
            [new EventSummary(Alarming, EventState.HighLimit, EventTransitions.ToFault, [At, At, At], NotifyType.Alarm, EventTransitions.ToOffnormal, [1u, 2u, 3u])], MoreEvents: false).Encode,
        ConfirmedService.AtomicReadFile => Read(asked).Encode,
        ConfirmedService.AtomicWriteFile => new AtomicWriteFileAck(FileAccessMethod.StreamAccess, 3).Encode,
        ConfirmedService.CreateObject => (ref writer) => ObjectMessage.Encode(ref writer, new(ObjectType.File, 13)),
        ConfirmedService.ReadProperty => new ReadPropertyAck(asked.Target, BacnetValue.Real(80.1f)).Encode,
        ConfirmedService.ConfirmedPrivateTransfer => new PrivateTransfer(260, 8, BacnetValue.Real(72.4f)).Encode,
        ConfirmedService.ReadRange => new ReadRangeAck(new(Log, PropertyId.LogBuffer), ResultFlags.FirstItem | ResultFlags.LastItem, 1,
            [.. Convert.FromHexString("0EA47E0B1607B413361B000F1E2C419000001F2A0400")], 79).Encode,   // a BACnetLogRecord
        _ => null,
    };

    private static AtomicReadFileAck Read(Asked asked) =>
        AtomicReadFileRequest.TryDecode(asked.Service, out var request, out _) && request.Access == FileAccessMethod.RecordAccess
            ? new(false, FileContent.OfRecords(1, [[1, 2], [3, 4]]))
            : new(true, FileContent.OfStream(0, [1, 2, 3]));
}
