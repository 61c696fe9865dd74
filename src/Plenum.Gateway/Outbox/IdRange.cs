namespace Plenum.Gateway.Outbox;

/// <summary>Ids from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
internal readonly record struct IdRange(long First, long Last)
{
    /// <summary>The ids as the fewest ranges that hold them and nothing else. Acknowledgements come nearly in order, so that a thousand ids are a handful of ranges.</summary>
    public static List<IdRange> Cover(IReadOnlySet<long> ids)
    {
        List<IdRange> ranges = [];
        foreach (var id in ids.Order())
        {
            if (ranges.Count > 0 && id == ranges[^1].Last + 1) ranges[^1] = ranges[^1] with { Last = id };
            else ranges.Add(new(id, id));
        }
        return ranges;
    }
}
