namespace Plenum.Fuzz.Engine;

internal sealed partial class Mutator
{
    private static readonly byte[][] Lengths = [[0xFD], [0xFE, 0x00, 0x00], [0xFE, 0xFF, 0xFF], [0xFF, 0x00, 0x00, 0x00, 0x00], [0xFF, 0x7F, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0x05], [0x06], [0xFE, 0x01, 0x00]];

    private void ChangeTags(byte[] other)
    {
        var (start, end) = Element();
        switch (random.Next(9))
        {
            case 0: _octets.RemoveRange(start, end - start); break;
            case 1: Insert(end, Range(start, end)); break;
            case 2: Insert(start, ElementOf(other)); break;
            case 3: Replace(start, end, ElementOf(other)); break;
            case 4: Wrap(start, end, (byte)random.Next(16)); break;
            case 5: Insert(start, Primitive()); break;
            case 6: Replace(start, end, Primitive()); break;
            case 7: Put((byte)((At(start) & 0x0F) | (random.Next(16) << 4)), start); break;
            default: Relength(start); break;
        }
    }

    /// <summary>Where some element begins and ends: the tags are walked from a place that is the beginning, mostly.</summary>
    private (int Start, int End) Element() => Element(_octets.ToArray());

    private (int Start, int End) Element(byte[] octets)
    {
        var place = random.Next(4) == 0 ? random.Next(octets.Length + 1) : 0;
        (int Start, int End) chosen = (place, place);
        for (var seen = 1; place < octets.Length; seen++)
        {
            var end = Math.Min(octets.Length, place + Size(octets.AsSpan(place)));
            if (random.Next(seen) == 0) chosen = (place, end);
            place = end;
        }
        return chosen;
    }

    /// <summary>The octets of a tag and its content, as far as clause 20.2.1 can be made out. Not asked of the code under test, which may be wrong.</summary>
    private static int Size(ReadOnlySpan<byte> rest)
    {
        var head = rest[0] >= 0xF0 ? 2 : 1;
        var code = rest[0] & 7;
        var bare = (rest[0] & 8) != 0 && code >= 6;
        var truth = (rest[0] & 0xF8) == 0x10;
        if (bare || truth) return head;
        if (code < 5 || rest.Length <= head) return head + code;
        return rest[head] < 254 || rest.Length < head + 3 ? head + 1 + rest[head] : head + 3 + ((rest[head + 1] << 8) | rest[head + 2]);
    }

    private byte[] ElementOf(byte[] other)
    {
        var (start, end) = Element(other);
        return other[start..end];
    }

    private byte[] Range(int start, int end) => [.. _octets.GetRange(start, end - start)];

    private void Replace(int start, int end, byte[] by)
    {
        _octets.RemoveRange(start, end - start);
        Insert(start, by);
    }

    private void Wrap(int start, int end, byte number)
    {
        byte high = (byte)(number << 4);
        byte[] opening = number == 15 ? [0xFE, (byte)random.Next(256)] : [(byte)(high | 0x0E)], closing = [.. opening];
        closing[0] |= 1;
        Insert(end, closing);
        Insert(start, opening);
    }

    /// <summary>An application-tagged or context-tagged value with a length that such values have.</summary>
    private byte[] Primitive()
    {
        var context = random.Next(2) * 8;
        var number = random.Next(context == 0 ? 13 : 15);
        var length = random.Next(6) switch { 0 => 0, 1 => 2, 2 => 3, 3 => 4, _ => 1 };
        var content = Enumerable.Range(0, length).Select(_ => random.Next(2) == 0 ? Telling[random.Next(Telling.Length)] : (byte)random.Next(256));
        return [(byte)((number << 4) | context | length), .. content];
    }

    private void Relength(int start)
    {
        if (start >= _octets.Count) return;
        _octets[start] = (byte)((_octets[start] & 0xF8) | 5);
        Insert(start + 1, Lengths[random.Next(Lengths.Length)]);
    }
}
