using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>Which items of a list a ReadRange asks for (clause 15.8.1.1.4).</summary>
/// <param name="Kind">What the range is counted from.</param>
/// <param name="Index">The position, from 1, or the sequence number where the range begins.</param>
/// <param name="Time">The time after which (or, for a negative count, before which) the range begins.</param>
/// <param name="Count">How many items, -32768..32767 but not 0: onward if positive, backward if negative. The answer is in ascending order either way.</param>
/// <remarks><code>
/// range CHOICE {
///   by-position        [3] SEQUENCE { reference-index           Unsigned,       count INTEGER },
///   by-sequence-number [6] SEQUENCE { reference-sequence-number Unsigned32,     count INTEGER },
///   by-time            [7] SEQUENCE { reference-time            BACnetDateTime, count INTEGER } } OPTIONAL
/// </code>The tags [4] and [5] were ranges by time of the first editions, and are not read.</remarks>
public readonly record struct ItemRange(ItemRangeKind Kind, uint Index, BacnetDateTime Time, short Count)
{
    private const byte PositionTag = 3, SequenceNumberTag = 6, TimeTag = 7;

    /// <summary>All items.</summary>
    public static ItemRange All => default;

    /// <summary>Items from a position, counted from 1, onward or backward.</summary>
    public static ItemRange ByPosition(uint index, short count) => new(ItemRangeKind.ByPosition, index, default, count);

    /// <summary>Items from a sequence number onward or backward.</summary>
    public static ItemRange BySequenceNumber(uint number, short count) => new(ItemRangeKind.BySequenceNumber, number, default, count);

    /// <summary>Items after a time, or before it if the count is negative; none of that very time.</summary>
    public static ItemRange ByTime(BacnetDateTime time, short count) => new(ItemRangeKind.ByTime, 0, time, count);

    /// <summary>Reads the choice.</summary>
    public static ItemRange Read(ref TagReader reader)
    {
        var tag = reader.NextIsOpening(TimeTag) ? TimeTag : reader.NextIsOpening(SequenceNumberTag) ? SequenceNumberTag : PositionTag;
        reader.ReadOpening(tag);
        var time = tag == TimeTag ? BacnetDateTime.Read(ref reader) : default;
        var index = tag == TimeTag ? 0 : reader.ReadUnsigned();
        var count = ReadCount(ref reader);
        reader.ReadClosing(tag);
        var kind = tag switch { TimeTag => ItemRangeKind.ByTime, SequenceNumberTag => ItemRangeKind.BySequenceNumber, _ => ItemRangeKind.ByPosition };
        return new(kind, index, time, count);
    }

    /// <summary>Writes the choice; nothing if all items are wanted.</summary>
    public void Write(ref TagWriter writer)
    {
        if (Kind == ItemRangeKind.All) return;
        var tag = Kind switch { ItemRangeKind.ByTime => TimeTag, ItemRangeKind.BySequenceNumber => SequenceNumberTag, _ => PositionTag };
        writer.WriteOpening(tag);
        if (tag == TimeTag) Time.Write(ref writer);
        else writer.WriteUnsigned(Index);
        writer.WriteSigned(Count);
        writer.WriteClosing(tag);
    }

    /// <summary>INTEGER16; clause 15.8.1.1.4 has no range of 0 items.</summary>
    private static short ReadCount(ref TagReader reader)
    {
        var count = reader.ReadSigned32();
        if (count is 0 or < short.MinValue or > short.MaxValue) reader.Fail(DecodeError.OutOfRange);
        return reader.Error == DecodeError.None ? (short)count : (short)0;
    }
}

/// <summary>What a range of items is counted from.</summary>
public enum ItemRangeKind : byte
{
    /// <summary>Nothing: all items.</summary>
    All,
    /// <summary>A place in the list, the first being 1.</summary>
    ByPosition,
    /// <summary>The number that a log gave its record.</summary>
    BySequenceNumber,
    /// <summary>A record's time stamp.</summary>
    ByTime,
}
