using System.Buffers;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Client;

public abstract partial class Exchange
{
    private const int FirstGuess = 8192;

    private LongRequest? _long;

    /// <summary>Whether the request goes out in segments.</summary>
    internal bool IsLong => _long is not null;

    /// <summary>The request on its way in segments; null when it is not in segments, and before it is sent.</summary>
    internal OutgoingMessage? Sending { get; set; }

    /// <summary>The answer that comes in segments; null before its first one. Each answer has a receiver of its own, so that nothing of an older one is ever in it.</summary>
    internal SegmentReceiver? Receiving { get; set; }

    /// <summary>Makes a long request ready to go out, from its first segment on.</summary>
    internal OutgoingMessage BeginSending(SegmentPolicy policy) =>
        Sending = new(_long!.Header with { InvokeId = InvokeId }, _long.Octets, policy, _long.MaxApdu);

    private ApduHeader Header(in RequestLimits limits, BacnetClientOptions options) => new()
    {
        Type = PduType.ConfirmedRequest,
        SegmentedResponseAccepted = options.Segmentation.Receives(),
        MaxSegmentsCode = options.Segmentation.Receives() ? SegmentCounts.Encode(options.Segments.MostSegments) : SegmentCounts.Unspecified,
        MaxApduCode = ApduSizes.EncodeAtLeast(Math.Min(options.MaxApdu, limits.MaxAnswer)),
        Service = (byte)Service,
    };

    /// <summary>Writes the service's octets into as much memory as they need.</summary>
    private bool TryPrepareSegments(ApduHeader header, in RequestLimits limits, BacnetClientOptions options)
    {
        if (!limits.TakesSegments || !options.Segmentation.Sends()) return false;
        for (var room = FirstGuess; ; room *= 4)
        {
            var octets = ArrayPool<byte>.Shared.Rent(Math.Min(room, options.Segments.MostOctets));
            var writer = new TagWriter(octets);
            Encode(ref writer);
            if (!writer.Overflowed) _long = new(header, writer.Written.ToArray(), limits.MaxApdu);
            ArrayPool<byte>.Shared.Return(octets);
            if (!writer.Overflowed) return true;
            if (room >= options.Segments.MostOctets) return false;
        }
    }

    private sealed record LongRequest(ApduHeader Header, byte[] Octets, int MaxApdu);
}
