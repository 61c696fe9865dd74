using System.Buffers.Binary;

namespace Plenum.Captures;

/// <summary>Reads the packets of a capture one after another, in memory that does not grow with the file.</summary>
internal abstract class CaptureReader
{
    private const uint PcapngMagic = 0x0A0D0D0A;

    /// <summary>Opens a capture of either kind; its first four octets tell which.</summary>
    /// <param name="source">The file, or a pipe.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="CaptureException">It is no capture.</exception>
    public static CaptureReader Open(Stream source, string name)
    {
        var stream = new CaptureStream(source, name);
        var head = stream.ReadOrEnd(4, "the header");
        if (head.IsEmpty) throw new CaptureException($"{name}: the file is empty");
        var magic = BinaryPrimitives.ReadUInt32BigEndian(head.Span);
        return magic == PcapngMagic ? new PcapngReader(stream)
            : PcapReader.TryCreate(stream, magic)
            ?? throw new CaptureException($"{name}: not a capture: it begins with {magic:x8}. Give a pcap or pcapng file, as tcpdump and Wireshark write; one that is compressed must be unpacked first");
    }

    /// <summary>The next packet; false at the end.</summary>
    /// <exception cref="CaptureException">The file ends inside a packet, or is damaged.</exception>
    public abstract bool TryNext(out CapturedPacket packet);
}
