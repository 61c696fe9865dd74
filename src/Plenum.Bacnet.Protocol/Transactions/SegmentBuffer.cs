using System.Buffers;

namespace Plenum.Bacnet.Protocol.Transactions;

/// <summary>The octets of the segments that have come, in borrowed memory, and where each segment ends.</summary>
internal sealed class SegmentBuffer(int mostOctets)
{
    private readonly List<int> _ends = [];
    private byte[] _octets = [];

    public ReadOnlySpan<byte> Octets => _octets.AsSpan(0, Length);

    private int Length => _ends.Count == 0 || _octets.Length == 0 ? 0 : _ends[^1];

    public bool TryAppend(ReadOnlySpan<byte> segment)
    {
        var (length, end) = (Length, Length + segment.Length);
        if (end > mostOctets) return false;
        if (end > _octets.Length || _octets.Length == 0) Grow(end);
        segment.CopyTo(_octets.AsSpan(length));
        _ends.Add(end);
        return true;
    }

    /// <summary>Whether a segment is the one that came in its place; true when the memory is given back, because then nothing is taken from it any more.</summary>
    public bool IsSame(int place, ReadOnlySpan<byte> segment) =>
        _octets.Length == 0 || _octets.AsSpan(place == 0 ? 0 : _ends[place - 1], _ends[place] - (place == 0 ? 0 : _ends[place - 1])).SequenceEqual(segment);

    public void Release()
    {
        if (_octets.Length > 0) ArrayPool<byte>.Shared.Return(_octets);
        _octets = [];
    }

    private void Grow(int least)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(least, Math.Max(2048, 2 * _octets.Length)));
        Octets.CopyTo(larger);
        Release();
        _octets = larger;
    }
}
