using Plenum.Bacnet.Protocol.Constructed;

namespace Plenum.Bacnet.Server.Handlers;

/// <summary>The items that a range means (clause 15.8.1.1.4): a run of them, ascending, counted from 0.</summary>
/// <param name="First">The first one.</param>
/// <param name="Count">How many, 0 for none.</param>
/// <param name="IsNumbered">Whether the answer says the sequence number of the first one.</param>
internal readonly record struct ItemSelection(int First, int Count, bool IsNumbered)
{
    /// <summary>The items of a list that a range means.</summary>
    public static ItemSelection Of(ItemRange range, ItemList items)
    {
        var isNumbered = range.Kind is ItemRangeKind.BySequenceNumber or ItemRangeKind.ByTime;
        var (first, end) = range.Kind switch
        {
            ItemRangeKind.ByPosition => Run(range.Index - 1L, range.Count, items.Count),
            ItemRangeKind.BySequenceNumber => Run(IndexOf(range.Index, items.FirstNumber!.Value), range.Count, items.Count),
            ItemRangeKind.ByTime => RunFrom(range.Time.ToDateTime()!.Value, range.Count, items),
            _ => (0, items.Count),
        };
        return first < end ? new((int)first, (int)(end - first), isNumbered && items.FirstNumber is not null) : default;
    }

    /// <summary>The sequence number of an item: 1 follows on 4294967295 (clause 12.25.16).</summary>
    public static uint NumberOf(ItemList items, int index)
    {
        var number = items.FirstNumber!.Value + (ulong)index;
        return (uint)(number > uint.MaxValue ? number - uint.MaxValue : number);
    }

    /// <summary>The place of the item with a sequence number, if the list goes so far.</summary>
    private static long IndexOf(uint number, uint first) => number >= first ? number - first : number == 0 ? -1 : (long)number + uint.MaxValue - first;

    /// <summary>From an item onward, or backward with it as the last; nothing where it is not in the list.</summary>
    private static (long First, long End) Run(long index, int count, int all)
    {
        if (index < 0 || index >= all) return default;
        return count > 0 ? (index, Math.Min(index + count, all)) : (Math.Max(index + count + 1, 0), index + 1);
    }

    /// <summary>What is later than a time, or with a negative count what is earlier.</summary>
    private static (long First, long End) RunFrom(DateTime time, int count, ItemList items)
    {
        if (count > 0)
        {
            var first = FirstWhere(items, moment => moment > time);
            return (first, Math.Min((long)first + count, items.Count));
        }
        var end = FirstWhere(items, moment => moment >= time);
        return (Math.Max((long)end + count, 0), end);
    }

    private static int FirstWhere(ItemList items, Func<DateTime, bool> holds)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (items.TimeAt(middle).ToDateTime() is { } moment && holds(moment)) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
