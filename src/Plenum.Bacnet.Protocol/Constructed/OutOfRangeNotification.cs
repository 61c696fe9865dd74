using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>out-of-range, double-, signed- and unsigned-out-of-range: a number passed its limit, or came back by more than the deadband.</summary>
/// <param name="Choice">5, 14, 15 or 16; it says of which kind the numbers are.</param>
/// <param name="Value">The number.</param>
/// <param name="Status">The object's status flags.</param>
/// <param name="Deadband">How far it must come back within the limit; Unsigned where the numbers are INTEGERs.</param>
/// <param name="Limit">The limit that it passed.</param>
/// <remarks><code>
/// out-of-range [5] SEQUENCE {            -- [14] with Double, [15] with INTEGER, [16] with Unsigned
///   exceeding-value [0] REAL,
///   status-flags    [1] BACnetStatusFlags,
///   deadband        [2] REAL,            -- [15]: Unsigned
///   exceeded-limit  [3] REAL }
/// </code></remarks>
public sealed record OutOfRangeNotification(byte Choice, BacnetValue Value, StatusFlags Status, BacnetValue Deadband, BacnetValue Limit) : NotificationParameters(Choice)
{
    /// <summary><c>80.1 past 80 (deadband 1), status in-alarm</c></summary>
    public override string ToString() => $"{Value} past {Limit} (deadband {Deadband}){StatusText.After(Status)}";

    internal static OutOfRangeNotification Read(ref TagReader reader, byte choice)
    {
        var (kind, deadband) = Kinds(choice);
        return new(choice, reader.ReadContext(kind, 0), reader.ReadStatusFlags(context: 1), reader.ReadContext(deadband, 2), reader.ReadContext(kind, 3));
    }

    /// <inheritdoc/>
    protected override void WriteContent(ref TagWriter writer)
    {
        writer.WriteContext(Value, 0);
        writer.WriteStatusFlags(Status, context: 1);
        writer.WriteContext(Deadband, 2);
        writer.WriteContext(Limit, 3);
    }

    /// <summary>The kind of the numbers and of the deadband; the event parameters have the same.</summary>
    internal static (BacnetKind Number, BacnetKind Deadband) Kinds(byte choice) => (EventType)choice switch
    {
        EventType.DoubleOutOfRange => (BacnetKind.Double, BacnetKind.Double),
        EventType.SignedOutOfRange => (BacnetKind.Signed, BacnetKind.Unsigned),
        EventType.UnsignedOutOfRange => (BacnetKind.Unsigned, BacnetKind.Unsigned),
        _ => (BacnetKind.Real, BacnetKind.Real),
    };
}
