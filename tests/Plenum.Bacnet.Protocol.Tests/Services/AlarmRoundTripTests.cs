using CsCheck;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Tests.Constructed;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>Whatever the alarm and event services can carry is written and read back the same.</summary>
public sealed class AlarmRoundTripTests
{
    private static readonly int Runs = Effort.Runs(300);

    [Fact]
    [Trait("Rule", "F29")]
    public void Acknowledge_alarm() => Gen.Select(Gen.UInt, Any.ObjectId, AnyEvent.State, AnyConstructed.Stamp, Any.Text, AnyConstructed.Stamp)
        .Select(all => new AcknowledgeAlarmRequest(all.Item1, all.Item2, all.Item3, all.Item4, all.Item5, all.Item6))
        .Sample(request => ReadsBack(request, request.Encode, AcknowledgeAlarmRequest.TryDecode), iter: Runs);

    [Fact]
    public void Event_notification() => AnyEvent.Notification.Select(notification => new EventNotificationRequest(notification))
        .Sample(request => ReadsBack(request, request.Encode, EventNotificationRequest.TryDecode), iter: Runs);

    [Fact]
    public void Get_enrollment_summary() => Gen.Select(
            Gen.UShort[0, 2], AnyConstructed.Process.Nullable(), Gen.UShort[0, 4].Nullable(), AnyEvent.Type.Nullable(), Gen.Select(Gen.Byte, Gen.Byte).Nullable(), Gen.UInt.Nullable())
        .Select(all => new GetEnrollmentSummaryRequest((AcknowledgmentFilter)all.Item1, all.Item2, (EventStateFilter?)all.Item3, all.Item4, all.Item5, all.Item6))
        .Sample(request => ReadsBack(request, request.Encode, GetEnrollmentSummaryRequest.TryDecode), iter: Runs);

    [Fact]
    public void Get_event_information() => Any.ObjectId.Nullable().Select(last => new GetEventInformationRequest(last))
        .Sample(request => ReadsBack(request, request.Encode, GetEventInformationRequest.TryDecode), iter: Runs);

    [Fact]
    public void Get_event_information_ack() => Gen.Select(AnyConstructed.Several(AnyEvent.Summary), Gen.Bool, (events, more) => new GetEventInformationAck(events, more))
        .Sample(ack => ReadsBack(ack, ack.Encode, GetEventInformationAck.TryDecode), iter: Runs);

    [Fact]
    public void Life_safety_operation() => Gen.Select(Gen.UInt, Any.Text, Gen.UShort, Any.ObjectId.Nullable())
        .Select((process, source, operation, id) => new LifeSafetyOperationRequest(process, source, (LifeSafetyOperation)operation, id))
        .Sample(request => ReadsBack(request, request.Encode, LifeSafetyOperationRequest.TryDecode), iter: Runs);

    [Fact]
    public void A_filter_that_does_not_exist_is_refused()
    {
        Wire.Fails<GetEnrollmentSummaryRequest>("09 03", DecodeError.OutOfRange, GetEnrollmentSummaryRequest.TryDecode);
        Wire.Fails<GetEnrollmentSummaryRequest>("09 00 29 05", DecodeError.OutOfRange, GetEnrollmentSummaryRequest.TryDecode);
    }

    private static bool ReadsBack<T>(T message, Octets.Write encode, Wire.TryDecode<T> decode) where T : IEquatable<T> =>
        decode(Octets.Written(encode, room: 100_000), out var read, out _) && read.Equals(message);
}
