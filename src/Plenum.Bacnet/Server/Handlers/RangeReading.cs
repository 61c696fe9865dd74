using System.Buffers;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server.Handlers;

/// <summary>ReadRange (clause 15.8): as many of the items that are asked for as fit the answer, in ascending order.</summary>
internal sealed class RangeReading(IRangeSource source, int maxApdu)
{
    /// <summary>At most what stands around the items: the reference, the flags, the count, a pair of tags and a sequence number.</summary>
    private const int Around = 5 + 5 + 5 + 3 + 5 + 2 + 6;

    public Outcome ReadRange(in ServedRequest request, ref TagWriter writer)
    {
        if (!ReadRangeRequest.TryDecode(request.Content, out var asked, out var error)) return Outcome.Malformed(error);
        if (source.TryGetItems(asked.Target, out var items) is { } refusal) return Outcome.Error(refusal);
        var range = asked.Range;
        if (range.Kind == ItemRangeKind.BySequenceNumber && items.FirstNumber is null) return Outcome.Error(Refusals.OfService(ErrorCode.ListItemNotNumbered));
        if (range.Kind == ItemRangeKind.ByTime && !items.HasTimes) return Outcome.Error(Refusals.OfService(ErrorCode.ListItemNotTimestamped));
        if (range.Kind == ItemRangeKind.ByTime && range.Time.ToDateTime() is null) return Outcome.Reject(RejectReason.ParameterOutOfRange);
        Write(ref writer, asked.Target, items, ItemSelection.Of(range, items), request.RoomFor(writer, maxApdu) - Around);
        return Outcome.Acknowledged;
    }

    private static void Write(ref TagWriter writer, PropertyReference target, ItemList items, ItemSelection wanted, int room)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Math.Max(room, 1));
        var octets = new TagWriter(rented.AsSpan(0, Math.Max(room, 0)));
        var (count, length) = (0, 0);
        for (; count < wanted.Count; count++)
        {
            octets.WriteValue(items.ItemAt(wanted.First + count));
            if (octets.Overflowed) break;
            length = octets.Length;
        }
        var number = wanted.IsNumbered && count > 0 ? ItemSelection.NumberOf(items, wanted.First) : (uint?)null;
        new ReadRangeAck(target, Flags(items, wanted, count), (uint)count, Sequence.Create<byte>(rented.AsSpan(0, length)), number).Encode(ref writer);
        ArrayPool<byte>.Shared.Return(rented);
    }

    private static ResultFlags Flags(ItemList items, ItemSelection wanted, int count)
    {
        var flags = count < wanted.Count ? ResultFlags.MoreItems : ResultFlags.None;
        if (count > 0 && wanted.First == 0) flags |= ResultFlags.FirstItem;
        if (count > 0 && wanted.First + count == items.Count) flags |= ResultFlags.LastItem;
        return flags;
    }
}
