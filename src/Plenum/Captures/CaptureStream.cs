using System.Buffers.Binary;

namespace Plenum.Captures;

/// <summary>A capture's octets from the front to the back, in its own byte order, with the place for messages.</summary>
internal sealed class CaptureStream(Stream source, string name)
{
    /// <summary>Longer than any packet (libpcap's own limit), so that a damaged length does not become a huge buffer.</summary>
    public const int LongestPacket = 262_144;

    private byte[] _buffer = new byte[4096];

    /// <summary>The file's name, for messages.</summary>
    public string Name => name;

    /// <summary>Whether numbers have their most significant octet first.</summary>
    public bool BigEndian { get; set; }

    /// <summary>Octets read so far.</summary>
    public long Position { get; private set; }

    /// <summary>The next octets, valid until the next read; empty at the end of the file.</summary>
    /// <exception cref="CaptureException">The file ends inside them.</exception>
    public ReadOnlyMemory<byte> ReadOrEnd(int count, string what)
    {
        if (_buffer.Length < count) _buffer = new byte[Math.Max(count, 2 * _buffer.Length)];
        var began = Position;
        var read = source.ReadAtLeast(_buffer.AsSpan(0, count), count, throwOnEndOfStream: false);
        Position += read;
        if (read == 0 && count > 0) return default;
        return read == count
            ? _buffer.AsMemory(0, count)
            : throw new CaptureException($"{name}: the file ends at octet {Position}, inside {what}, which begins at octet {began}. It was cut off, or its writing was; what comes before was read");
    }

    /// <summary>The next octets, valid until the next read.</summary>
    /// <exception cref="CaptureException">The file ends before or inside them.</exception>
    public ReadOnlyMemory<byte> Read(int count, string what)
    {
        if (count == 0) return ReadOnlyMemory<byte>.Empty;
        var octets = ReadOrEnd(count, what);
        return octets.Length == count
            ? octets
            : throw new CaptureException($"{name}: the file ends at octet {Position}, before {what}. It was cut off, or its writing was; what comes before was read");
    }

    /// <summary>A damaged place of the file.</summary>
    public CaptureException Damaged(string what) => new($"{name}: octet {Position}: {what}; the file is damaged there. What comes before was read");

    /// <summary>A number of two octets in the file's order.</summary>
    public ushort UInt16(ReadOnlySpan<byte> octets) => BigEndian ? BinaryPrimitives.ReadUInt16BigEndian(octets) : BinaryPrimitives.ReadUInt16LittleEndian(octets);

    /// <summary>A number of four octets in the file's order.</summary>
    public uint UInt32(ReadOnlySpan<byte> octets) => BigEndian ? BinaryPrimitives.ReadUInt32BigEndian(octets) : BinaryPrimitives.ReadUInt32LittleEndian(octets);

    /// <summary>A number of eight octets in the file's order.</summary>
    public ulong UInt64(ReadOnlySpan<byte> octets) => BigEndian ? BinaryPrimitives.ReadUInt64BigEndian(octets) : BinaryPrimitives.ReadUInt64LittleEndian(octets);
}
