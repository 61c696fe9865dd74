using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>The examples of annex F.1, alarms and events, octet for octet in both directions.</summary>
public sealed class AnnexFAlarmTests
{
    private const EventTransitions FaultAndNormal = EventTransitions.ToFault | EventTransitions.ToNormal, All = FaultAndNormal | EventTransitions.ToOffnormal;

    private static readonly ObjectId Second = new(ObjectType.AnalogInput, 2), Third = new(ObjectType.AnalogInput, 3);

    [Fact]
    public void Annex_F_1_1_AcknowledgeAlarm()
    {
        BacnetDateTime now = new(new BacnetDate(0x5C0615FF), new BacnetTime(13, 3, 41, 9));
        AcknowledgeAlarmRequest request = new(1, Second, EventState.HighLimit, new(16), "MDL", new(now));

        Wire.BothWays("00 02 07 00  09 01 1C 00000002 29 03 3E 19 10 3F 4C 00 4D444C 5E 2E A4 5C0615FF B4 0D032909 2F 5F",
            Request(7, ConfirmedService.AcknowledgeAlarm), request, request.Encode, AcknowledgeAlarmRequest.TryDecode);
    }

    [Fact]
    public void Annex_F_1_4_ConfirmedEventNotification()
    {
        EventNotificationRequest request = new(OutOfRange(device: 4));

        Wire.BothWays("00 02 10 02  09 01 1C 02000004 2C 00000002 3E 19 10 3F 49 04 59 64 69 05 89 00 99 01 A9 00 B9 03 CE 5E 0C 42A03333 1A 0480 2C 3F800000 3C 42A00000 5F CF",
            Request(16, ConfirmedService.ConfirmedEventNotification), request, request.Encode, EventNotificationRequest.TryDecode);
        Assert.Equal("alarm: analogInput:2 of device:4 from normal to high-limit at #16 (80.1 past 80 (deadband 1), status in-alarm)", request.Notification.ToString());
    }

    [Fact]
    public void Annex_F_1_5_UnconfirmedEventNotification()
    {
        EventNotificationRequest request = new(OutOfRange(device: 9));

        Wire.BothWays("10 03  09 01 1C 02000009 2C 00000002 3E 19 10 3F 49 04 59 64 69 05 89 00 99 01 A9 00 B9 03 CE 5E 0C 42A03333 1A 0480 2C 3F800000 3C 42A00000 5F CF",
            new ApduHeader { Type = PduType.UnconfirmedRequest, Service = (byte)UnconfirmedService.UnconfirmedEventNotification },
            request, request.Encode, EventNotificationRequest.TryDecode);
    }

    [Fact]
    public void Annex_F_1_6_GetAlarmSummary()
    {
        GetAlarmSummaryAck ack = new([new(Second, EventState.HighLimit, FaultAndNormal), new(Third, EventState.LowLimit, All)]);

        Octets.AreEqual("", Octets.Of(Wire.ServiceOf("00 02 01 03", Request(1, ConfirmedService.GetAlarmSummary))));
        Wire.BothWays("30 01 03  C4 00000002 91 03 82 0560 C4 00000003 91 04 82 05E0",
            Ack(1, ConfirmedService.GetAlarmSummary), ack, ack.Encode, GetAlarmSummaryAck.TryDecode);
    }

    [Fact]
    public void Annex_F_1_7_GetEnrollmentSummary_of_what_is_not_acknowledged()
    {
        GetEnrollmentSummaryRequest request = new(AcknowledgmentFilter.NotAcked);
        GetEnrollmentSummaryAck ack = new([
            new(Second, EventType.OutOfRange, EventState.HighLimit, 100, 4),
            new(new(ObjectType.EventEnrollment, 6), EventType.ChangeOfState, EventState.Normal, 50, 2)]);

        Wire.BothWays("00 02 01 04  09 02", Request(1, ConfirmedService.GetEnrollmentSummary), request, request.Encode, GetEnrollmentSummaryRequest.TryDecode);
        Wire.BothWays("30 01 04  C4 00000002 91 05 91 03 21 64 21 04 C4 02400006 91 01 91 00 21 32 21 02",
            Ack(1, ConfirmedService.GetEnrollmentSummary), ack, ack.Encode, GetEnrollmentSummaryAck.TryDecode);
    }

    [Fact]
    public void Annex_F_1_7_GetEnrollmentSummary_of_a_recipient_and_a_range_of_priorities()
    {
        GetEnrollmentSummaryRequest request = new(AcknowledgmentFilter.All, new(new(new(ObjectType.Device, 17)), 9), Priorities: (6, 10));
        GetEnrollmentSummaryAck ack = new([
            .. new[] { 2u, 3u, 4u }.Select(instance => new EnrollmentSummary(new(ObjectType.AnalogInput, instance), EventType.OutOfRange, EventState.Normal, 8, 4)),
            new(new(ObjectType.EventEnrollment, 7), EventType.FloatingLimit, EventState.Normal, 3, 8)]);

        Wire.BothWays("00 02 02 04  09 00 1E 0E 0C 02000011 0F 19 09 1F 4E 09 06 19 0A 4F",
            Request(2, ConfirmedService.GetEnrollmentSummary), request, request.Encode, GetEnrollmentSummaryRequest.TryDecode);
        Wire.BothWays("30 02 04  C4 00000002 91 05 91 00 21 08 21 04 C4 00000003 91 05 91 00 21 08 21 04 C4 00000004 91 05 91 00 21 08 21 04 C4 02400007 91 04 91 00 21 03 21 08",
            Ack(2, ConfirmedService.GetEnrollmentSummary), ack, ack.Encode, GetEnrollmentSummaryAck.TryDecode);
    }

    [Fact]
    [Trait("Rule", "F29")]
    public void Annex_F_1_8_GetEventInformation()
    {
        GetEventInformationRequest request = new();
        TimeStamp never = new(new BacnetTime(0xFFFFFFFF));
        GetEventInformationAck ack = new([
            new(Second, EventState.HighLimit, FaultAndNormal, [new(new BacnetTime(15, 35, 0, 20)), never, never], NotifyType.Alarm, All, [15, 15, 20]),
            new(Third, EventState.Normal, EventTransitions.ToOffnormal | EventTransitions.ToFault,
                [new(new BacnetTime(15, 40, 0, 0)), never, new(new BacnetTime(15, 45, 30, 30))], NotifyType.Alarm, All, [15, 15, 20])], MoreEvents: false);

        Wire.BothWays("02 02 01 1D", Request(1, ConfirmedService.GetEventInformation) with { SegmentedResponseAccepted = true }, request, request.Encode, GetEventInformationRequest.TryDecode);
        Wire.BothWays("30 01 1D  0E 0C 00000002 19 03 2A 0560 3E 0C 0F230014 0C FFFFFFFF 0C FFFFFFFF 3F 49 00 5A 05E0 6E 21 0F 21 0F 21 14 6F"
            + "0C 00000003 19 00 2A 05C0 3E 0C 0F280000 0C FFFFFFFF 0C 0F2D1E1E 3F 49 00 5A 05E0 6E 21 0F 21 0F 21 14 6F 0F 19 00",
            Ack(1, ConfirmedService.GetEventInformation), ack, ack.Encode, GetEventInformationAck.TryDecode);
    }

    [Fact]
    public void Annex_F_1_9_LifeSafetyOperation()
    {
        LifeSafetyOperationRequest request = new(18, "MDL", LifeSafetyOperation.Reset, new(ObjectType.LifeSafetyPoint, 1));

        Wire.BothWays("00 02 0F 1B  09 12 1C 00 4D444C 29 04 3C 05400001",
            Request(15, ConfirmedService.LifeSafetyOperation), request, request.Encode, LifeSafetyOperationRequest.TryDecode);
    }

    private static EventNotification OutOfRange(uint device) => new(
        ProcessId: 1, new(ObjectType.Device, device), Second, new(16), NotificationClass: 4, Priority: 100, EventType.OutOfRange, MessageText: null,
        NotifyType.Alarm, AckRequired: true, EventState.Normal, EventState.HighLimit,
        new OutOfRangeNotification(5, BacnetValue.Real(80.1f), StatusFlags.InAlarm, BacnetValue.Real(1), BacnetValue.Real(80)));

    private static ApduHeader Request(byte invokeId, ConfirmedService service) =>
        new() { Type = PduType.ConfirmedRequest, MaxApduCode = ApduSizes.Encode(206), InvokeId = invokeId, Service = (byte)service };

    private static ApduHeader Ack(byte invokeId, ConfirmedService service) => new() { Type = PduType.ComplexAck, InvokeId = invokeId, Service = (byte)service };
}
