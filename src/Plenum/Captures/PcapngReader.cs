namespace Plenum.Captures;

/// <summary>Captures of the newer form (draft-ietf-opsawg-pcapng): blocks, in sections that may differ in byte order. Blocks that carry no packet are passed over.</summary>
internal sealed class PcapngReader : CaptureReader
{
    private const uint SectionHeader = 0x0A0D0D0A, InterfaceDescription = 1, ObsoletePacket = 2, SimplePacket = 3, EnhancedPacket = 6;
    private const uint ByteOrder = 0x1A2B3C4D;
    private const int LongestBlock = CaptureStream.LongestPacket * 8;
    private const int PacketHeader = 20;

    private readonly CaptureStream _stream;
    private readonly List<PcapngInterface> _interfaces = [];
    private int _number;

    /// <summary>A reader behind the type of the first block, which is a section header.</summary>
    public PcapngReader(CaptureStream stream)
    {
        _stream = stream;
        BeginSection();
    }

    /// <inheritdoc/>
    public override bool TryNext(out CapturedPacket packet)
    {
        packet = default;
        while (true)
        {
            var head = _stream.ReadOrEnd(4, "a block's type").Span;
            if (head.IsEmpty) return false;
            var type = _stream.UInt32(head);
            if (type == SectionHeader)
            {
                BeginSection();
                continue;
            }
            var body = ReadBody(_stream.UInt32(_stream.Read(4, "a block's length").Span));
            if (type == InterfaceDescription) _interfaces.Add(PcapngInterface.Read(_stream, body.Span));
            else if (TryReadPacket(type, body, out packet)) return true;
        }
    }

    private bool TryReadPacket(uint type, ReadOnlyMemory<byte> body, out CapturedPacket packet)
    {
        packet = default;
        var octets = body.Span;
        switch (type)
        {
            case EnhancedPacket when octets.Length >= PacketHeader:
                packet = Timed(_stream.UInt32(octets), octets, body);
                return true;
            case ObsoletePacket when octets.Length >= PacketHeader:
                packet = Timed(_stream.UInt16(octets), octets, body);
                return true;
            case SimplePacket when octets.Length >= 4:
                var (length, simple) = (_stream.UInt32(octets), InterfaceAt(0));
                var captured = (int)Math.Min(Math.Min(length, simple.SnapLength), (uint)octets.Length - 4);
                packet = new(++_number, DateTimeOffset.UnixEpoch, simple.Link, body.Slice(4, captured), length);
                return true;
            case EnhancedPacket or ObsoletePacket or SimplePacket: throw _stream.Damaged($"the block of packet {_number + 1} has only {octets.Length} octets");
            default: return false;
        }
    }

    private CapturedPacket Timed(uint index, ReadOnlySpan<byte> octets, ReadOnlyMemory<byte> body)
    {
        var source = InterfaceAt(index);
        var ticks = ((ulong)_stream.UInt32(octets[4..]) << 32) | _stream.UInt32(octets[8..]);
        var (captured, length) = (_stream.UInt32(octets[12..]), _stream.UInt32(octets[16..]));
        if (captured > octets.Length - PacketHeader) throw _stream.Damaged($"packet {_number + 1} says {captured} octets, and its block has {octets.Length - PacketHeader}");
        return new(++_number, source.TimeOf(ticks), source.Link, body.Slice(PacketHeader, (int)captured), length);
    }

    private PcapngInterface InterfaceAt(uint index) => index < _interfaces.Count
        ? _interfaces[(int)index]
        : throw _stream.Damaged($"packet {_number + 1} is of interface {index}, which the file does not describe");

    /// <summary>A section header tells the byte order of what follows, and begins the interfaces anew.</summary>
    private void BeginSection()
    {
        var head = _stream.Read(8, "a section header").ToArray();
        _stream.BigEndian = true;
        if (_stream.UInt32(head.AsSpan(4)) != ByteOrder)
        {
            _stream.BigEndian = false;
            if (_stream.UInt32(head.AsSpan(4)) != ByteOrder) throw _stream.Damaged("a section header without the mark of its byte order");
        }
        _interfaces.Clear();
        var length = _stream.UInt32(head);
        if (length < 16) throw _stream.Damaged($"a section header of {length} octets");
        ReadBody(length - 4);   // the mark has been read
    }

    /// <summary>What stands between a block's two lengths. The total counts twelve octets around it.</summary>
    private ReadOnlyMemory<byte> ReadBody(uint total)
    {
        if (total < 12 || total % 4 != 0 || total > LongestBlock) throw _stream.Damaged($"a block says {total} octets, which no block has");
        return _stream.Read((int)total - 8, "a block")[..^4];
    }
}
