namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BIT STRING (clause 20.2.10). Up to 64 bits are kept without an allocation; bit 0 is the first on the wire.</summary>
public readonly struct BitString : IEquatable<BitString>
{
    private readonly ulong _first;
    private readonly byte[]? _octets;

    /// <summary>A string of up to 64 bits; bit 0 of the number is bit 0 of the string.</summary>
    public BitString(ulong bits, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, 64u, nameof(length));
        (_first, Length, _octets) = (length == 64 ? bits : bits & ((1UL << length) - 1), length, null);
    }

    /// <summary>A string from its octets on the wire, most significant bit first.</summary>
    public BitString(ReadOnlySpan<byte> octets, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)octets.Length * 8, nameof(length));
        Length = length;
        for (var bit = 0; bit < Math.Min(length, 64); bit++)
            if ((octets[bit / 8] & (0x80 >> (bit % 8))) != 0) _first |= 1UL << bit;
        _octets = length > 64 ? octets[..((length + 7) / 8)].ToArray() : null;
    }

    /// <summary>How many bits there are.</summary>
    public int Length { get; }

    /// <summary>The first 64 bits as a number; bit 0 of the string is bit 0 of the number.</summary>
    public ulong First64 => _first;

    /// <summary>One bit; false beyond the end.</summary>
    public bool this[int bit] => bit >= 0 && bit < Length
        && (bit < 64 ? (_first >> bit & 1) != 0 : (_octets![bit / 8] & (0x80 >> (bit % 8))) != 0);

    /// <inheritdoc/>
    public bool Equals(BitString other)
    {
        if (Length != other.Length || _first != other._first) return false;
        for (var bit = 64; bit < Length; bit++)
            if (this[bit] != other[bit]) return false;
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BitString other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_first, Length);

    /// <summary>The bits as ones and zeros, bit 0 first.</summary>
    public override string ToString() => string.Create(Length, this, static (text, bits) =>
    {
        for (var bit = 0; bit < text.Length; bit++) text[bit] = bits[bit] ? '1' : '0';
    });

    /// <summary>Whether two strings are equal.</summary>
    public static bool operator ==(BitString left, BitString right) => left.Equals(right);

    /// <summary>Whether two strings differ.</summary>
    public static bool operator !=(BitString left, BitString right) => !left.Equals(right);
}
