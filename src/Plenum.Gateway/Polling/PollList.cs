using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Gateway.Polling;

/// <summary>What one poll reads: some or all of a device's properties, and a few beside them that no point is made of.</summary>
internal sealed class PollList
{
    private readonly int[] _placeOf;
    private readonly int _beside;

    /// <param name="all">Everything that the points need.</param>
    /// <param name="isRead">Which of it this poll reads.</param>
    /// <param name="beside">What it reads beside that.</param>
    public PollList(IReadOnlyList<PropertyReference> all, Predicate<PropertyReference> isRead, IReadOnlyList<PropertyReference> beside)
    {
        _placeOf = new int[all.Count];
        var read = new List<PropertyReference>(beside.Count + all.Count);
        for (var i = 0; i < all.Count; i++)
        {
            _placeOf[i] = isRead(all[i]) ? read.Count : -1;
            if (_placeOf[i] >= 0) read.Add(all[i]);
        }
        _beside = read.Count;
        read.AddRange(beside);
        Values = new(read);
    }

    /// <summary>What is read, and what came of it.</summary>
    public ReadList Values { get; }

    /// <summary>What came of a property of the points, by its place among all of them; null when this poll does not read it.</summary>
    public PropertyResult? Of(int index) => _placeOf[index] < 0 ? null : Values.Results[_placeOf[index]];

    /// <summary>What came of a property that is read beside them.</summary>
    public PropertyResult Beside(int index) => Values.Results[_beside + index];
}
