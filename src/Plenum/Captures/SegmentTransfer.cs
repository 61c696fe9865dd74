namespace Plenum.Captures;

/// <summary>The segments of one message, as a bystander sees them: lost, doubled and out of order.</summary>
/// <param name="firstFrame">The frame with which it began.</param>
internal sealed class SegmentTransfer(int firstFrame)
{
    private const int Modulus = 256;                     // clause 20.1.2.7: 'sequence-number' counts modulo 256
    private const int MostOctets = 16 * 1024 * 1024;

    private readonly SortedDictionary<int, (byte[] Octets, int Frame)> _segments = [];
    private int _octets;
    private int? _count;

    /// <summary>The frame with which it began.</summary>
    public int FirstFrame => firstFrame;

    /// <summary>The frames with its segments, in the segments' order.</summary>
    public IReadOnlyList<int> Frames => [.. _segments.Values.Select(segment => segment.Frame)];

    /// <summary>Whether every segment was seen.</summary>
    public bool IsComplete => _count == _segments.Count;

    /// <summary>Which segments up to the highest one are missing, and whether the last was seen.</summary>
    public (IReadOnlyList<int> Numbers, bool EndSeen) Missing =>
        ([.. Enumerable.Range(0, Next).Where(number => !_segments.ContainsKey(number))], _count is not null);

    private int Next => _segments.Count == 0 ? 0 : _segments.Keys.Last() + 1;

    /// <summary>Whether a segment is another message's: a first one that is not the first one seen here.</summary>
    public bool IsOfAnother(byte sequence, ReadOnlySpan<byte> octets) =>
        IsComplete ? sequence == 0 : NumberOf(sequence) == 0 && _segments.TryGetValue(0, out var first) && !octets.SequenceEqual(first.Octets);

    /// <summary>Adds a segment; false when it was there before or cannot belong here.</summary>
    public bool TryAdd(byte sequence, bool moreFollows, ReadOnlySpan<byte> octets, int frame)
    {
        var number = NumberOf(sequence);
        if (number < 0 || _octets + octets.Length > MostOctets || !_segments.TryAdd(number, (octets.ToArray(), frame))) return false;
        _octets += octets.Length;
        if (!moreFollows) _count = number + 1;
        return true;
    }

    /// <summary>The content of all segments.</summary>
    public byte[] Join() => [.. _segments.Values.SelectMany(segment => segment.Octets)];

    /// <summary>The number that counts on: the one nearest to what comes next.</summary>
    private int NumberOf(byte sequence) => Next + (sbyte)(byte)(sequence - (Next % Modulus));
}
