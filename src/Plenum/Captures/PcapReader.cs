namespace Plenum.Captures;

/// <summary>Captures of the older form (draft-ietf-opsawg-pcap): one header, then packets, with micro- or nanoseconds, in either byte order.</summary>
internal sealed class PcapReader : CaptureReader
{
    private const uint Microseconds = 0xA1B2C3D4, Nanoseconds = 0xA1B23C4D, MicrosecondsSwapped = 0xD4C3B2A1, NanosecondsSwapped = 0x4D3CB2A1;
    private const int RestOfHeader = 20, RecordHeader = 16, LinkTypeOffset = 16;

    private readonly CaptureStream _stream;
    private readonly bool _nanoseconds;
    private readonly LinkType _link;
    private int _number;

    private PcapReader(CaptureStream stream, bool nanoseconds)
    {
        (_stream, _nanoseconds) = (stream, nanoseconds);
        var header = stream.Read(RestOfHeader, "the header").Span;
        _link = (LinkType)(stream.UInt32(header[LinkTypeOffset..]) & 0x0FFFFFFF);   // above it stands the length of the frame check sequence
    }

    /// <summary>A reader, if the first four octets are one of the four forms of the magic number.</summary>
    public static PcapReader? TryCreate(CaptureStream stream, uint magic)
    {
        stream.BigEndian = magic is Microseconds or Nanoseconds;
        return magic is Microseconds or Nanoseconds or MicrosecondsSwapped or NanosecondsSwapped
            ? new(stream, magic is Nanoseconds or NanosecondsSwapped)
            : null;
    }

    /// <inheritdoc/>
    public override bool TryNext(out CapturedPacket packet)
    {
        packet = default;
        var what = $"the header of packet {_number + 1}";
        var header = _stream.ReadOrEnd(RecordHeader, what).Span;
        if (header.IsEmpty) return false;
        var (seconds, fraction) = (_stream.UInt32(header), _stream.UInt32(header[4..]));
        var (captured, length) = (_stream.UInt32(header[8..]), _stream.UInt32(header[12..]));
        if (captured > CaptureStream.LongestPacket) throw _stream.Damaged($"{what} says {captured} octets, which no packet has");
        var time = DateTimeOffset.UnixEpoch.AddTicks((seconds * TimeSpan.TicksPerSecond) + (_nanoseconds ? fraction / TimeSpan.NanosecondsPerTick : fraction * TimeSpan.TicksPerMicrosecond));
        packet = new(++_number, time, _link, _stream.Read((int)captured, $"packet {_number}"), length);
        return true;
    }
}
