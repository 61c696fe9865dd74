using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>change-of-timer: a timer was started, stopped, or ran out.</summary>
/// <param name="State">What the timer does now.</param>
/// <param name="Status">The object's status flags.</param>
/// <param name="Updated">When it came to that.</param>
/// <param name="Transition">From what it came to that, if the device tells.</param>
/// <param name="InitialTimeout">How long it runs, in milliseconds, if the device tells.</param>
/// <param name="Expires">When it runs out, if the device tells.</param>
/// <remarks><code>
/// change-of-timer [22] SEQUENCE {
///   new-state         [0] BACnetTimerState,
///   status-flags      [1] BACnetStatusFlags,
///   update-time       [2] BACnetDateTime,
///   last-state-change [3] BACnetTimerTransition OPTIONAL,
///   initial-timeout   [4] Unsigned OPTIONAL,
///   expiration-time   [5] BACnetDateTime OPTIONAL }
/// </code></remarks>
public sealed record ChangeOfTimerNotification(
    TimerState State, StatusFlags Status, BacnetDateTime Updated, TimerTransition? Transition, uint? InitialTimeout, BacnetDateTime? Expires)
    : NotificationParameters((byte)EventType.ChangeOfTimer)
{
    /// <summary><c>running since 2026-11-22T08:30:00.00, until 2026-11-22T08:40:00.00, status in-alarm</c></summary>
    public override string ToString() =>
        $"{EnumNames<TimerState>.Kebab(State)} since {Updated}{(Expires is { } end ? $", until {end}" : "")}{StatusText.After(Status)}";

    internal static new ChangeOfTimerNotification Read(ref TagReader reader) => new(
        (TimerState)reader.ReadEnumerated16(context: 0), reader.ReadStatusFlags(context: 1), reader.ReadNested<BacnetDateTime>(2),
        reader.NextIsContext(3) ? (TimerTransition)reader.ReadEnumerated16(context: 3) : null,
        reader.ReadOptionalUnsigned(context: 4), reader.ReadOptionalNested<BacnetDateTime>(5));

    /// <inheritdoc/>
    protected override void WriteContent(ref TagWriter writer)
    {
        writer.WriteEnumerated((uint)State, context: 0);
        writer.WriteStatusFlags(Status, context: 1);
        writer.WriteNested(Updated, 2);
        if (Transition is { } transition) writer.WriteEnumerated((uint)transition, context: 3);
        writer.WriteOptionalUnsigned(InitialTimeout, context: 4);
        writer.WriteOptionalNested(Expires, 5);
    }
}
