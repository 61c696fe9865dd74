using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetNotificationParameters (clause 21): the values that made an event, in the form that its algorithm gives them (clause 13.3).</summary>
/// <remarks>Each choice is a record of its own, named in the switch below; what a device sends in any other choice, or in a form
/// that the production does not have, is an <see cref="OtherNotification"/>: it is shown and passed on, and never makes the
/// notification around it unreadable.<code>
/// BACnetNotificationParameters ::= CHOICE {
///   change-of-bitstring       [0],  change-of-state         [1],  change-of-value     [2],  command-failure       [3],
///   floating-limit            [4],  out-of-range            [5],  complex-event-type  [6],  change-of-life-safety [8],
///   extended                  [9],  buffer-ready            [10], unsigned-range      [11], access-event          [13],
///   double-out-of-range       [14], signed-out-of-range     [15], unsigned-out-of-range [16],
///   change-of-characterstring [17], change-of-status-flags  [18], change-of-reliability [19],
///   change-of-discrete-value  [21], change-of-timer         [22] }
/// </code></remarks>
/// <param name="Choice">The choice's context tag, which for all but a change of reliability is the number of the event type too.</param>
public abstract record NotificationParameters(byte Choice) : IConstructed<NotificationParameters>
{
    /// <inheritdoc/>
    public static NotificationParameters Read(ref TagReader reader)
    {
        if (!reader.TryPeek(out var next) || next.Class != TagClass.Opening) return new OtherNotification(reader.ReadTagged());
        var attempt = reader;
        attempt.ReadOpening(next.Number);
        var known = ReadContent(ref attempt, next.Number);
        attempt.ReadClosing(next.Number);
        if (known is null || attempt.Error != DecodeError.None) return new OtherNotification(reader.ReadTagged());
        reader = attempt;
        return known;
    }

    /// <inheritdoc/>
    public virtual void Write(ref TagWriter writer)
    {
        writer.WriteOpening(Choice);
        WriteContent(ref writer);
        writer.WriteClosing(Choice);
    }

    /// <summary>Writes what stands between the choice's opening and closing tag.</summary>
    protected abstract void WriteContent(ref TagWriter writer);

    private static NotificationParameters? ReadContent(ref TagReader reader, byte choice) => (EventType)choice switch
    {
        EventType.ChangeOfBitstring => ChangeOfBitstringNotification.Read(ref reader),
        EventType.ChangeOfState => ChangeOfStateNotification.Read(ref reader),
        EventType.ChangeOfValue => ChangeOfValueNotification.Read(ref reader),
        EventType.CommandFailure => CommandFailureNotification.Read(ref reader),
        EventType.FloatingLimit => FloatingLimitNotification.Read(ref reader),
        EventType.OutOfRange or EventType.DoubleOutOfRange or EventType.SignedOutOfRange or EventType.UnsignedOutOfRange => OutOfRangeNotification.Read(ref reader, choice),
        ComplexNotification.EventType => ComplexNotification.Read(ref reader),
        EventType.ChangeOfLifeSafety => ChangeOfLifeSafetyNotification.Read(ref reader),
        EventType.Extended => ExtendedNotification.Read(ref reader),
        EventType.BufferReady => BufferReadyNotification.Read(ref reader),
        EventType.UnsignedRange => UnsignedRangeNotification.Read(ref reader),
        EventType.AccessEvent => AccessEventNotification.Read(ref reader),
        EventType.ChangeOfCharacterstring => ChangeOfCharacterStringNotification.Read(ref reader),
        EventType.ChangeOfStatusFlags => ChangeOfStatusFlagsNotification.Read(ref reader),
        EventType.ChangeOfReliability => ChangeOfReliabilityNotification.Read(ref reader),
        EventType.ChangeOfDiscreteValue => ChangeOfDiscreteValueNotification.Read(ref reader),
        EventType.ChangeOfTimer => ChangeOfTimerNotification.Read(ref reader),
        _ => null,
    };
}
