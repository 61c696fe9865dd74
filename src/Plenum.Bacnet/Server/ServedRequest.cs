using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <summary>A confirmed request that a server is to answer, whole, however many segments it came in.</summary>
/// <param name="header">The header of its (first) APDU.</param>
/// <param name="from">Who asks.</param>
/// <param name="content">The service's octets.</param>
internal readonly ref struct ServedRequest(ApduHeader header, DeviceAddress from, ReadOnlySpan<byte> content)
{
    private const int SegmentHeader = 5;

    public ApduHeader Header { get; } = header;

    public DeviceAddress From { get; } = from;

    public ReadOnlySpan<byte> Content { get; } = content;

    public ConfirmedService Service => (ConfirmedService)Header.Service;

    /// <summary>How many octets an answer may have that is as long as fits: what the writer takes, and no more segments of a device's size than its asker takes.</summary>
    public int RoomFor(TagWriter writer, int maxApdu)
    {
        var apdu = Math.Min(maxApdu, ApduSizes.Decode(Header.MaxApduCode));
        var segments = SegmentCounts.Decode(Header.MaxSegmentsCode);
        return (int)Math.Min(writer.Room, Math.Max(apdu - 3, (long)segments * (apdu - SegmentHeader)));
    }
}
