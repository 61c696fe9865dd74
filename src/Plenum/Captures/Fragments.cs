namespace Plenum.Captures;

/// <summary>Puts the fragments of IPv4 datagrams together, of a bounded number of them at a time.</summary>
internal sealed class Fragments
{
    private const int MostOpen = 64, LongestDatagram = 65_535;

    private readonly Dictionary<Ipv4Key, Pieces> _open = [];
    private readonly Queue<Ipv4Key> _order = [];

    /// <summary>Datagrams given up because fragments of them are missing.</summary>
    public int Incomplete { get; private set; }

    /// <summary>Datagrams of which fragments are missing, up to here.</summary>
    public int Open => _open.Count;

    /// <summary>Adds a fragment; returns the datagram's content when it is the last one missing.</summary>
    public ReadOnlyMemory<byte>? Add(Ipv4Packet fragment)
    {
        if (fragment.Offset + fragment.Content.Length > LongestDatagram) return null;
        if (!_open.TryGetValue(fragment.Key, out var pieces))
        {
            if (_open.Count >= MostOpen) GiveUpOldest();
            _open.Add(fragment.Key, pieces = new());
            _order.Enqueue(fragment.Key);
        }
        pieces.Add(fragment);
        if (pieces.Join() is not { } whole) return null;
        _open.Remove(fragment.Key);
        return whole;
    }

    private void GiveUpOldest()
    {
        while (_order.TryDequeue(out var oldest))
        {
            if (!_open.Remove(oldest)) continue;   // it became whole
            Incomplete++;
            return;
        }
    }

    private sealed class Pieces
    {
        private readonly SortedDictionary<int, byte[]> _byOffset = [];
        private int? _length;

        public void Add(Ipv4Packet fragment)
        {
            _byOffset[fragment.Offset] = fragment.Content.ToArray();
            if (!fragment.MoreFragments) _length = fragment.Offset + fragment.Content.Length;
        }

        public ReadOnlyMemory<byte>? Join()
        {
            if (_length is not { } length) return null;
            var reached = 0;
            var whole = new byte[length];
            foreach (var (offset, octets) in _byOffset)
            {
                if (offset > reached || offset + octets.Length > length) return null;
                octets.CopyTo(whole, offset);
                reached = Math.Max(reached, offset + octets.Length);
            }
            return reached == length ? whole : null;
        }
    }
}
