using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>change-of-state: an enumerated value took one of the states that make an alarm.</summary>
/// <param name="State">The state now.</param>
/// <param name="Status">The object's status flags.</param>
/// <remarks><code>
/// change-of-state [1] SEQUENCE {
///   new-state    [0] BACnetPropertyStates,
///   status-flags [1] BACnetStatusFlags }
/// </code></remarks>
public sealed record ChangeOfStateNotification(PropertyStates State, StatusFlags Status) : NotificationParameters((byte)EventType.ChangeOfState)
{
    /// <summary><c>active, status in-alarm</c></summary>
    public override string ToString() => $"{State}{StatusText.After(Status)}";

    internal static new ChangeOfStateNotification Read(ref TagReader reader) => new(reader.ReadNested<PropertyStates>(0), reader.ReadStatusFlags(context: 1));

    /// <inheritdoc/>
    protected override void WriteContent(ref TagWriter writer)
    {
        writer.WriteNested(State, 0);
        writer.WriteStatusFlags(Status, context: 1);
    }
}
