using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>change-of-characterstring: a text holds one of the texts that make an alarm.</summary>
/// <param name="Value">The text now.</param>
/// <param name="Status">The object's status flags.</param>
/// <param name="Alarm">The text that it was found to hold.</param>
/// <remarks><code>
/// change-of-characterstring [17] SEQUENCE {
///   changed-value [0] CharacterString,
///   status-flags  [1] BACnetStatusFlags,
///   alarm-value   [2] CharacterString }
/// </code></remarks>
public sealed record ChangeOfCharacterStringNotification(string Value, StatusFlags Status, string Alarm) : NotificationParameters((byte)EventType.ChangeOfCharacterstring)
{
    /// <summary><c>"pump 3 jammed" (alarm on "jammed"), status in-alarm</c></summary>
    public override string ToString() => $"\"{Value}\" (alarm on \"{Alarm}\"){StatusText.After(Status)}";

    internal static new ChangeOfCharacterStringNotification Read(ref TagReader reader) =>
        new(reader.ReadCharacterString(context: 0), reader.ReadStatusFlags(context: 1), reader.ReadCharacterString(context: 2));

    /// <inheritdoc/>
    protected override void WriteContent(ref TagWriter writer)
    {
        writer.WriteCharacterString(Value, context: 0);
        writer.WriteStatusFlags(Status, context: 1);
        writer.WriteCharacterString(Alarm, context: 2);
    }
}
