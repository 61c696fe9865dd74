using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>command-failure: the feedback does not follow the command.</summary>
/// <param name="Command">What was commanded.</param>
/// <param name="Status">The object's status flags.</param>
/// <param name="Feedback">What came back.</param>
/// <remarks><code>
/// command-failure [3] SEQUENCE {
///   command-value  [0] ABSTRACT-SYNTAX.&amp;Type,
///   status-flags   [1] BACnetStatusFlags,
///   feedback-value [2] ABSTRACT-SYNTAX.&amp;Type }
/// </code></remarks>
public sealed record CommandFailureNotification(BacnetValue Command, StatusFlags Status, BacnetValue Feedback) : NotificationParameters((byte)EventType.CommandFailure)
{
    /// <summary><c>commanded 1, feedback 0, status in-alarm</c></summary>
    public override string ToString() => $"commanded {Command}, feedback {Feedback}{StatusText.After(Status)}";

    internal static new CommandFailureNotification Read(ref TagReader reader) =>
        new(reader.ReadPropertyValue(context: 0), reader.ReadStatusFlags(context: 1), reader.ReadPropertyValue(context: 2));

    /// <inheritdoc/>
    protected override void WriteContent(ref TagWriter writer)
    {
        writer.WritePropertyValue(Command, context: 0);
        writer.WriteStatusFlags(Status, context: 1);
        writer.WritePropertyValue(Feedback, context: 2);
    }
}
