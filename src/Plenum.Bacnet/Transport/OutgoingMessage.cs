using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Transactions;

namespace Plenum.Bacnet.Transport;

/// <summary>A request or an acknowledgement of ours that is too long for one APDU, on its way in segments (clause 5.2).</summary>
/// <param name="header">The header that all its segments have in common.</param>
/// <param name="octets">The service's octets.</param>
/// <param name="policy">Windows, time-outs and retries.</param>
/// <param name="maxApdu">The largest APDU that both sides take.</param>
internal sealed class OutgoingMessage(ApduHeader header, byte[] octets, SegmentPolicy policy, int maxApdu)
{
    public SegmentSender Sender { get; } = new(policy, octets.Length, maxApdu - HeaderSize(header.Type));

    /// <summary>Octets that stand before the content of a segment: six in a request (clause 20.1.2), five in a ComplexACK (clause 20.1.5).</summary>
    public static int HeaderSize(PduType type) => type == PduType.ConfirmedRequest ? 6 : 5;

    /// <summary>Writes the next segment that may go out now; 0 when none may.</summary>
    /// <param name="apdu">Room for the largest APDU.</param>
    public int EncodeNext(Span<byte> apdu)
    {
        if (!Sender.TryTake(out var segment)) return 0;
        var segmented = header with { Segmented = true, MoreFollows = segment.MoreFollows, SequenceNumber = segment.Sequence, WindowSize = segment.ProposedWindow };
        var size = segmented.Encode(apdu);
        octets.AsSpan(segment.Offset, segment.Length).CopyTo(apdu[size..]);
        return size + segment.Length;
    }
}
