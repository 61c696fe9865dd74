using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>ReadRange-ACK (clause 15.8).</summary>
/// <param name="Target">The list property.</param>
/// <param name="Flags">Whether the first and the last item are there, and whether more were asked for than fit.</param>
/// <param name="Count">How many items the device says it returns; only their type tells where one ends, so that the reader of <paramref name="Items"/> has to count.</param>
/// <param name="Items">The items' octets, one item after another, each of its tags complete; read them with a <see cref="TagReader"/>.</param>
/// <param name="FirstSequenceNumber">The sequence number of the first item; null for a range by position or of no items.</param>
/// <remarks><code>
/// ReadRange-ACK ::= SEQUENCE {
///   object-identifier     [0] BACnetObjectIdentifier,
///   property-identifier   [1] BACnetPropertyIdentifier,
///   property-array-index  [2] Unsigned OPTIONAL,
///   result-flags          [3] BACnetResultFlags,
///   item-count            [4] Unsigned,
///   item-data             [5] SEQUENCE OF ABSTRACT-SYNTAX.&amp;Type,
///   first-sequence-number [6] Unsigned32 OPTIONAL }
/// </code></remarks>
public readonly record struct ReadRangeAck(PropertyReference Target, ResultFlags Flags, uint Count, Sequence<byte> Items, uint? FirstSequenceNumber = null)
{
    private const int FlagBits = 3;

    /// <summary>Reads the service's octets; the items are copied out of them.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out ReadRangeAck ack, out DecodeError error)
    {
        var reader = new TagReader(service);
        ack = new(
            ReadPropertyRequest.ReadTarget(ref reader),
            (ResultFlags)(reader.ReadFlags(context: 3) & ((1 << FlagBits) - 1)),
            reader.ReadUnsigned(context: 4),
            Sequence.Create(reader.ReadEnclosed(context: 5)),
            reader.ReadOptionalUnsigned(context: 6));
        if (ack.Count == 0 != (ack.Items.Count == 0)) reader.Fail(DecodeError.OutOfRange);
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        ReadPropertyRequest.WriteTarget(ref writer, Target);
        writer.WriteFlags((byte)Flags, FlagBits, context: 3);
        writer.WriteUnsigned(Count, context: 4);
        writer.WriteOpening(5);
        writer.WriteRaw(Items.AsSpan());
        writer.WriteClosing(5);
        writer.WriteOptionalUnsigned(FirstSequenceNumber, context: 6);
    }
}
