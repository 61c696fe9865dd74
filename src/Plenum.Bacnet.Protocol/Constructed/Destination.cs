using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetDestination (clause 21): whom a Notification Class object tells of events, and when; a list of them is its Recipient_List.</summary>
/// <param name="Days">On these days.</param>
/// <param name="From">From this time of day.</param>
/// <param name="To">To this time of day.</param>
/// <param name="Recipient">The device or address.</param>
/// <param name="ProcessId">The process there.</param>
/// <param name="Confirmed">Whether the notification is to be acknowledged by the recipient's stack.</param>
/// <param name="Transitions">Which transitions are told.</param>
/// <remarks><code>
/// BACnetDestination ::= SEQUENCE {
///   valid-days                     BACnetDaysOfWeek,
///   from-time                      Time,
///   to-time                        Time,
///   recipient                      BACnetRecipient,
///   process-identifier             Unsigned32,
///   issue-confirmed-notifications  BOOLEAN,
///   transitions                    BACnetEventTransitionBits }
/// </code></remarks>
public readonly record struct Destination(
    DaysOfWeek Days, BacnetTime From, BacnetTime To, Recipient Recipient, uint ProcessId, bool Confirmed, EventTransitions Transitions) : IConstructed<Destination>
{
    /// <inheritdoc/>
    public static Destination Read(ref TagReader reader) => new(
        (DaysOfWeek)(reader.ReadFlags() & 0x7F),
        reader.ReadTime(),
        reader.ReadTime(),
        Recipient.Read(ref reader),
        reader.ReadUnsigned(),
        reader.ReadBoolean(),
        reader.ReadTransitions());

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteFlags((byte)Days, 7);
        writer.WriteTime(From);
        writer.WriteTime(To);
        Recipient.Write(ref writer);
        writer.WriteUnsigned(ProcessId);
        writer.WriteBoolean(Confirmed);
        writer.WriteTransitions(Transitions);
    }

    /// <summary><c>device:7 process 3, every day 00:00 to 23:59:59.99, confirmed, to-offnormal to-normal</c></summary>
    public override string ToString() =>
        $"{Recipient} process {ProcessId}, {StatusText.Of(Days)} {PatternText.Of(From)} to {PatternText.Of(To)}, {(Confirmed ? "confirmed" : "unconfirmed")}, {StatusText.Of(Transitions)}";
}
