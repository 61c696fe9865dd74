using System.Buffers.Binary;

namespace Plenum.Bacnet.Protocol.Untagged;

/// <summary>Writes what has no tags: numbers, most significant octet first. The target must have room for them.</summary>
public ref struct OctetWriter(Span<byte> target)
{
    private readonly Span<byte> _target = target;

    /// <summary>Octets written so far.</summary>
    public int Length { get; private set; }

    /// <summary>One octet.</summary>
    public void WriteOctet(byte value) => _target[Length++] = value;

    /// <summary>A number in two octets.</summary>
    public void WriteUInt16(ushort value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_target[Length..], value);
        Length += 2;
    }

    /// <summary>A number in four octets.</summary>
    public void WriteUInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_target[Length..], value);
        Length += 4;
    }

    /// <summary>Octets as they are.</summary>
    public void WriteOctets(ReadOnlySpan<byte> octets)
    {
        octets.CopyTo(_target[Length..]);
        Length += octets.Length;
    }
}
