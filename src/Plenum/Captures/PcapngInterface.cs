namespace Plenum.Captures;

/// <summary>An interface of a pcapng capture: what its packets begin with, and what their time stamps count.</summary>
/// <param name="Link">What its packets begin with.</param>
/// <param name="SnapLength">The longest packet that was captured; the largest number for no limit.</param>
/// <param name="TicksPerSecond">What a time stamp counts.</param>
/// <param name="Offset">Seconds that are added to each time stamp.</param>
internal sealed record PcapngInterface(LinkType Link, uint SnapLength, UInt128 TicksPerSecond, long Offset)
{
    private const int EndOfOptions = 0, TimeResolution = 9, TimeOffset = 14;

    /// <summary>Reads the body of an Interface Description Block. Options that do not matter are passed over.</summary>
    public static PcapngInterface Read(CaptureStream stream, ReadOnlySpan<byte> body)
    {
        if (body.Length < 8) throw stream.Damaged($"an interface is described in {body.Length} octets");
        var snap = stream.UInt32(body[4..]);
        PcapngInterface described = new((LinkType)stream.UInt16(body), snap == 0 ? uint.MaxValue : snap, 1_000_000, 0);
        for (var rest = body[8..]; rest.Length >= 4;)
        {
            var (code, length) = (stream.UInt16(rest), stream.UInt16(rest[2..]));
            if (code == EndOfOptions || rest.Length < 4 + length) break;
            var option = rest.Slice(4, length);
            if (code == TimeResolution && length >= 1) described = described with { TicksPerSecond = Resolution(option[0]) };
            if (code == TimeOffset && length >= 8) described = described with { Offset = (long)stream.UInt64(option) };
            rest = rest[Math.Min(rest.Length, 4 + ((length + 3) & ~3))..];
        }
        return described;
    }

    /// <summary>The time that a stamp means; the epoch's own end where there is no such date.</summary>
    public DateTimeOffset TimeOf(ulong stamp)
    {
        var since = (Int128)((UInt128)stamp * TimeSpan.TicksPerSecond / TicksPerSecond) + ((Int128)Offset * TimeSpan.TicksPerSecond);
        var most = (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks;
        return DateTimeOffset.UnixEpoch.AddTicks((long)Int128.Clamp(since, 0, most));
    }

    /// <summary>if_tsresol: the exponent of ten, or of two when the first bit is set.</summary>
    private static UInt128 Resolution(byte option)
    {
        var (exponent, factor) = (option & 0x7F, (UInt128)((option & 0x80) != 0 ? 2 : 10));
        UInt128 ticks = 1;
        for (var i = 0; i < exponent && ticks < UInt128.MaxValue / 16; i++) ticks *= factor;
        return ticks;
    }
}
