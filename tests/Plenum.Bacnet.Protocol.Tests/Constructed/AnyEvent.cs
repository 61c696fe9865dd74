using CsCheck;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Constructed;

/// <summary>Generators of everything that is said of events.</summary>
internal static class AnyEvent
{
    public static readonly Gen<StatusFlags> Status = Gen.Byte[0, 15].Select(flags => (StatusFlags)flags);

    public static readonly Gen<EventTransitions> Transitions = Gen.Byte[0, 7].Select(flags => (EventTransitions)flags);

    public static readonly Gen<EventState> State = Gen.UShort.Select(state => (EventState)state);

    public static readonly Gen<EventType> Type = Gen.UShort.Select(type => (EventType)type);

    public static readonly Gen<BacnetValue> Parameter = Gen.OneOf(
        Any.Primitive,
        Gen.Byte.Array[0, 4].Select(octets => BacnetValue.ContextPrimitive(0, octets)),
        Any.Primitive.Array[0, 2].Select(values => BacnetValue.Constructed(0, values)));

    private static readonly Gen<float> Real = Gen.Float;
    private static readonly Gen<AuthenticationFactor> Factor = Gen.Select(Gen.UInt, Gen.UInt, AnyConstructed.Mac, (type, @class, octets) => new AuthenticationFactor(type, @class, octets));

    /// <summary>The parameters of every choice, also of those that the standard does not have.</summary>
    public static readonly IReadOnlyList<Gen<NotificationParameters>> Choices =
    [
        Gen.Select(Any.BitString, Status, NotificationParameters (value, status) => new ChangeOfBitstringNotification(value, status)),
        Gen.Select(AnyConstructed.States, Status, NotificationParameters (state, status) => new ChangeOfStateNotification(state, status)),
        Gen.Select(Gen.OneOf(Any.BitString.Select(BacnetValue.BitString), Real.Select(BacnetValue.Real)), Status, NotificationParameters (value, status) => new ChangeOfValueNotification(value, status)),
        Gen.Select(Any.PropertyValue, Status, Any.PropertyValue, NotificationParameters (command, status, feedback) => new CommandFailureNotification(command, status, feedback)),
        Gen.Select(Real, Status, Real, Real, NotificationParameters (value, status, setpoint, limit) => new FloatingLimitNotification(value, status, setpoint, limit)),
        OutOfRange(5, Real.Select(BacnetValue.Real), Real.Select(BacnetValue.Real)),
        OutOfRange(14, Gen.Double.Select(BacnetValue.Double), Gen.Double.Select(BacnetValue.Double)),
        OutOfRange(15, Gen.Long.Select(BacnetValue.Signed), Gen.ULong.Select(BacnetValue.Unsigned)),
        OutOfRange(16, Gen.ULong.Select(BacnetValue.Unsigned), Gen.ULong.Select(BacnetValue.Unsigned)),
        AnyConstructed.Several(AnyConstructed.Value).Select(NotificationParameters (values) => new ComplexNotification(values)),
        Gen.Select(Gen.UShort, Gen.UShort, Status, Gen.UShort, NotificationParameters (state, mode, status, expected) =>
            new ChangeOfLifeSafetyNotification((LifeSafetyState)state, (LifeSafetyMode)mode, status, (LifeSafetyOperation)expected)),
        Gen.Select(Gen.UShort, Gen.UInt, AnyConstructed.Several(Parameter), NotificationParameters (vendor, type, parameters) => new ExtendedNotification(vendor, type, parameters)),
        Gen.Select(AnyConstructed.Reference, Gen.UInt, Gen.UInt, NotificationParameters (buffer, from, to) => new BufferReadyNotification(buffer, from, to)),
        Gen.Select(Gen.ULong, Status, Gen.ULong, NotificationParameters (value, status, limit) => new UnsignedRangeNotification(value, status, limit)),
        Gen.Select(Gen.UShort, Status, Gen.UInt, AnyConstructed.Stamp, AnyConstructed.Object, Factor.Nullable(), NotificationParameters (@event, status, tag, time, credential, factor) =>
            new AccessEventNotification((AccessEvent)@event, status, tag, time, credential, factor)),
        Gen.Select(Any.Text, Status, Any.Text, NotificationParameters (value, status, alarm) => new ChangeOfCharacterStringNotification(value, status, alarm)),
        Gen.Select(Any.PropertyValue.Nullable(), Status, NotificationParameters (value, flags) => new ChangeOfStatusFlagsNotification(value, flags)),
        Gen.Select(Gen.UShort, Status, AnyConstructed.Several(AnyConstructed.Value), NotificationParameters (reliability, status, values) =>
            new ChangeOfReliabilityNotification((Reliability)reliability, status, values)),
        Gen.Select(Any.PropertyValue, Status, NotificationParameters (value, status) => new ChangeOfDiscreteValueNotification(value, status)),
        Gen.Select(Gen.UShort, Status, AnyConstructed.Moment, Gen.UShort.Nullable(), Gen.UInt.Nullable(), AnyConstructed.Moment.Nullable(),
            NotificationParameters (state, status, updated, transition, timeout, expires) =>
                new ChangeOfTimerNotification((TimerState)state, status, updated, (TimerTransition?)transition, timeout, expires)),
        Gen.Select(Gen.Byte[23, 254], Any.Primitive.Array[0, 3], NotificationParameters (choice, values) => new OtherNotification(BacnetValue.Constructed(choice, values))),
        Gen.Select(Gen.Byte, Gen.Byte.Array[0, 8], NotificationParameters (choice, octets) => new OtherNotification(BacnetValue.ContextPrimitive((byte)(choice % 255), octets))),
    ];

    public static readonly Gen<NotificationParameters> Parameters = Gen.OneOf([.. Choices]);

    public static readonly Gen<EventNotification> Notification = Gen.Select(
        Gen.Select(Gen.UInt, Any.ObjectId, Any.ObjectId, AnyConstructed.Stamp),
        Gen.Select(Gen.UInt, Gen.Byte, Type, Any.Text.Null()),
        Gen.Select(Gen.UShort, Gen.Bool.Nullable(), State.Nullable(), State),
        Parameters.Null(),
        (who, what, how, values) => new EventNotification(
            who.Item1, who.Item2, who.Item3, who.Item4, what.Item1, what.Item2, what.Item3, what.Item4, (NotifyType)how.Item1, how.Item2, how.Item3, how.Item4, values));

    public static readonly Gen<EventSummary> Summary = Gen.Select(
        Gen.Select(Any.ObjectId, State, Transitions, AnyConstructed.Stamp.Array[3]),
        Gen.Select(Gen.UShort, Transitions, Gen.UInt.Array[3]),
        (what, how) => new EventSummary(what.Item1, what.Item2, what.Item3, Sequence.Create<TimeStamp>(what.Item4), (NotifyType)how.Item1, how.Item2, Sequence.Create<uint>(how.Item3)));

    private static Gen<NotificationParameters> OutOfRange(byte choice, Gen<BacnetValue> number, Gen<BacnetValue> deadband) =>
        Gen.Select(number, Status, deadband, number, NotificationParameters (value, status, band, limit) => new OutOfRangeNotification(choice, value, status, band, limit));
}
