using System.Buffers.Binary;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Untagged;

/// <summary>Reads what has no tags, the messages of the network and the link layer: numbers, most significant octet first. The first error sticks, and <see cref="Finish"/> is the only exit.</summary>
public ref struct OctetReader(ReadOnlySpan<byte> source)
{
    private ReadOnlySpan<byte> _rest = source;

    /// <summary>The first error, or none.</summary>
    public DecodeError Error { get; private set; }

    /// <summary>Whether everything has been read, or an error has ended the reading.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>Octets that are left.</summary>
    public readonly int Left => _rest.Length;

    /// <summary>One octet.</summary>
    public byte ReadOctet() => Take(1) is [var octet] ? octet : (byte)0;

    /// <summary>Two octets as a number.</summary>
    public ushort ReadUInt16() => Take(2) is { IsEmpty: false } octets ? BinaryPrimitives.ReadUInt16BigEndian(octets) : (ushort)0;

    /// <summary>Four octets as a number.</summary>
    public uint ReadUInt32() => Take(4) is { IsEmpty: false } octets ? BinaryPrimitives.ReadUInt32BigEndian(octets) : 0;

    /// <summary>So many octets, as a view of the source.</summary>
    public ReadOnlySpan<byte> ReadOctets(int count) => Take(count);

    /// <summary>Records an error that the caller found in a value.</summary>
    public void Fail(DecodeError error)
    {
        if (Error == DecodeError.None) Error = error;
        _rest = default;
    }

    /// <summary>Ends the reading: true when all was read and nothing was wrong.</summary>
    public bool Finish(out DecodeError error)
    {
        if (!_rest.IsEmpty) Fail(DecodeError.TrailingBytes);
        error = Error;
        return error == DecodeError.None;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length) { Fail(DecodeError.Truncated); return default; }
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
