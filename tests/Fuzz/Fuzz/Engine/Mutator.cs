namespace Plenum.Fuzz.Engine;

/// <summary>Makes new inputs of old ones: by blind changes of octets, and by changes that know what a tag is.</summary>
/// <param name="random">All chance.</param>
/// <param name="mostOctets">No input becomes longer.</param>
internal sealed partial class Mutator(Random random, int mostOctets)
{
    private static readonly byte[] Telling = [0x00, 0x01, 0x02, 0x04, 0x07, 0x08, 0x0E, 0x0F, 0x10, 0x1E, 0x1F, 0x2E, 0x2F, 0x3E, 0x3F, 0x75, 0x7F, 0x80, 0x81, 0xF0, 0xF8, 0xFD, 0xFE, 0xFF];

    private readonly List<byte> _octets = [];

    /// <summary>A new input from one of the corpus, with pieces of another.</summary>
    public byte[] Next(byte[] from, byte[] other)
    {
        _octets.Clear();
        _octets.AddRange(from);
        for (var changes = 1 << random.Next(4); changes > 0; changes--) Change(other);
        if (_octets.Count > mostOctets) _octets.RemoveRange(mostOctets, _octets.Count - mostOctets);
        return [.. _octets];
    }

    private void Change(byte[] other)
    {
        switch (random.Next(18))
        {
            case 0: Turn(); break;
            case 1: Put((byte)random.Next(256)); break;
            case 2: Put(Telling[random.Next(Telling.Length)]); break;
            case 3: Put((byte)(At(Place()) + random.Next(-8, 9))); break;
            case 4: Insert([.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => (byte)random.Next(256))]); break;
            case 5: Insert([Telling[random.Next(Telling.Length)]]); break;
            case 6: Cut(); break;
            case 7: Shorten(); break;
            case 8: Insert(Piece(_octets.ToArray())); break;
            case 9: Insert(Piece(other)); break;
            case 10: Overwrite(Piece(other)); break;
            case 11: Repeat(); break;
            default: ChangeTags(other); break;
        }
    }

    private int Place() => _octets.Count == 0 ? 0 : random.Next(_octets.Count);

    private byte At(int place) => place < _octets.Count ? _octets[place] : (byte)0;

    private void Turn()
    {
        var place = Place();
        Put((byte)(At(place) ^ (1 << random.Next(8))), place);
    }

    private void Put(byte octet) => Put(octet, Place());

    private void Put(byte octet, int place)
    {
        if (place < _octets.Count) _octets[place] = octet;
    }

    private void Insert(ReadOnlySpan<byte> octets) => Insert(random.Next(_octets.Count + 1), octets);

    private void Insert(int place, ReadOnlySpan<byte> octets) => _octets.InsertRange(place, octets);

    private void Cut()
    {
        var from = Place();
        _octets.RemoveRange(from, random.Next(Math.Min(_octets.Count - from, 16) + 1));
    }

    private void Shorten()
    {
        var from = Place();
        _octets.RemoveRange(from, _octets.Count - from);
    }

    private void Overwrite(byte[] piece)
    {
        var from = Place();
        for (var i = 0; i < piece.Length; i++) Put(piece[i], from + i);
    }

    private void Repeat()
    {
        var piece = Piece(_octets.ToArray());
        var place = random.Next(_octets.Count + 1);
        for (var times = 1 << random.Next(8); times > 0 && _octets.Count < mostOctets; times--) Insert(place, piece);
    }

    private byte[] Piece(byte[] whole)
    {
        if (whole.Length == 0) return [];
        var from = random.Next(whole.Length);
        return whole[from..(from + 1 + random.Next(Math.Min(whole.Length - from, 48)))];
    }
}
