using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>change-of-life-safety: a life safety object sees something else, or works in another mode.</summary>
/// <param name="State">What it sees.</param>
/// <param name="Mode">How it works.</param>
/// <param name="Status">The object's status flags.</param>
/// <param name="Expected">What a person is to do next.</param>
/// <remarks><code>
/// change-of-life-safety [8] SEQUENCE {
///   new-state          [0] BACnetLifeSafetyState,
///   new-mode           [1] BACnetLifeSafetyMode,
///   status-flags       [2] BACnetStatusFlags,
///   operation-expected [3] BACnetLifeSafetyOperation }
/// </code></remarks>
public sealed record ChangeOfLifeSafetyNotification(LifeSafetyState State, LifeSafetyMode Mode, StatusFlags Status, LifeSafetyOperation Expected)
    : NotificationParameters((byte)EventType.ChangeOfLifeSafety)
{
    /// <summary><c>alarm in mode on, expects silence, status in-alarm</c></summary>
    public override string ToString() =>
        $"{EnumNames<LifeSafetyState>.Kebab(State)} in mode {EnumNames<LifeSafetyMode>.Kebab(Mode)}, expects {EnumNames<LifeSafetyOperation>.Kebab(Expected)}{StatusText.After(Status)}";

    internal static new ChangeOfLifeSafetyNotification Read(ref TagReader reader) => new(
        (LifeSafetyState)reader.ReadEnumerated16(context: 0), (LifeSafetyMode)reader.ReadEnumerated16(context: 1),
        reader.ReadStatusFlags(context: 2), (LifeSafetyOperation)reader.ReadEnumerated16(context: 3));

    /// <inheritdoc/>
    protected override void WriteContent(ref TagWriter writer)
    {
        writer.WriteEnumerated((uint)State, context: 0);
        writer.WriteEnumerated((uint)Mode, context: 1);
        writer.WriteStatusFlags(Status, context: 2);
        writer.WriteEnumerated((uint)Expected, context: 3);
    }
}
