using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>What each choice of <see cref="EventParameter"/> holds after its time delay: names and kinds in the production's order; a list is whatever stands between two tags.</summary>
internal static class EventParameterForms
{
    private const BacnetKind Nested = BacnetKind.List;

    /// <summary>The form of a choice; null where the standard has no such choice.</summary>
    public static EventParameterForm? Of(byte choice) => (EventType)choice switch
    {
        EventType.ChangeOfBitstring => new(true, ("bitmask", BacnetKind.BitString), ("list-of-bitstring-values", Nested)),
        EventType.ChangeOfState => new(true, ("list-of-values", Nested)),
        EventType.ChangeOfValue => new(true, ("cov-criteria", Nested)),
        EventType.CommandFailure => new(true, ("feedback-property-reference", Nested)),
        EventType.FloatingLimit => new(true, ("setpoint-reference", Nested), ("low-diff-limit", BacnetKind.Real), ("high-diff-limit", BacnetKind.Real), ("deadband", BacnetKind.Real)),
        EventType.OutOfRange or EventType.DoubleOutOfRange or EventType.SignedOutOfRange or EventType.UnsignedOutOfRange => Limits(OutOfRangeNotification.Kinds(choice)),
        EventType.ChangeOfLifeSafety => new(true, ("list-of-life-safety-alarm-values", Nested), ("list-of-alarm-values", Nested), ("mode-property-reference", Nested)),
        EventType.Extended => new(false, ("vendor-id", BacnetKind.Unsigned), ("extended-event-type", BacnetKind.Unsigned), ("parameters", Nested)),
        EventType.BufferReady => new(false, ("notification-threshold", BacnetKind.Unsigned), ("previous-notification-count", BacnetKind.Unsigned)),
        EventType.UnsignedRange => new(true, ("low-limit", BacnetKind.Unsigned), ("high-limit", BacnetKind.Unsigned)),
        EventType.AccessEvent => new(false, ("list-of-access-events", Nested), ("access-event-time-reference", Nested)),
        EventType.ChangeOfCharacterstring => new(true, ("list-of-alarm-values", Nested)),
        EventType.ChangeOfStatusFlags => new(true, ("selected-flags", BacnetKind.BitString)),
        EventType.ChangeOfDiscreteValue => new(true),
        EventType.ChangeOfTimer => new(true, ("alarm-values", Nested), ("update-time-reference", Nested)),
        _ => null,
    };

    private static EventParameterForm Limits((BacnetKind Number, BacnetKind Deadband) kinds) =>
        new(true, ("low-limit", kinds.Number), ("high-limit", kinds.Number), ("deadband", kinds.Deadband));
}

/// <summary>The form of one choice.</summary>
internal sealed record EventParameterForm(bool HasDelay, params (string Name, BacnetKind Kind)[] Fields);
