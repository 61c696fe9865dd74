using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Apdu;

/// <summary>The fixed part of any APDU (clauses 20.1.2 to 20.1.9). Fields that a type does not have are default.</summary>
public readonly record struct ApduHeader
{
    /// <summary>Where the 'invokeID' of a confirmed request stands (clause 20.1.2).</summary>
    public const int InvokeIdOffset = 2;

    /// <summary>The type.</summary>
    public PduType Type { get; init; }

    /// <summary>'segmented-message': the content is one segment of several.</summary>
    public bool Segmented { get; init; }

    /// <summary>'more-follows': further segments come after this one.</summary>
    public bool MoreFollows { get; init; }

    /// <summary>'segmented-response-accepted' of a confirmed request.</summary>
    public bool SegmentedResponseAccepted { get; init; }

    /// <summary>'negative-ACK' of a SegmentACK: a segment came out of order.</summary>
    public bool NegativeAck { get; init; }

    /// <summary>'server' of a SegmentACK or an Abort: the sender is the answering side.</summary>
    public bool FromServer { get; init; }

    /// <summary>'max-segments-accepted' of a confirmed request, as its code 0..7.</summary>
    public byte MaxSegmentsCode { get; init; }

    /// <summary>'max-APDU-length-accepted' of a confirmed request, as its code (<see cref="ApduSizes"/>).</summary>
    public byte MaxApduCode { get; init; }

    /// <summary>'invokeID'; every type but an unconfirmed request has one.</summary>
    public byte InvokeId { get; init; }

    /// <summary>'sequence-number' of a segment or a SegmentACK.</summary>
    public byte SequenceNumber { get; init; }

    /// <summary>'proposed-window-size' or 'actual-window-size', 1..127.</summary>
    public byte WindowSize { get; init; }

    /// <summary>The service choice; of a Reject or an Abort the reason.</summary>
    public byte Service { get; init; }

    /// <summary>Reads the header and hands out the service's own octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> apdu, out ApduHeader header, out ReadOnlySpan<byte> service, out DecodeError error)
    {
        header = default;
        service = default;
        error = DecodeError.Truncated;
        if (apdu.IsEmpty) return false;
        var type = (PduType)(apdu[0] >> 4);
        if (type > PduType.Abort) { error = DecodeError.UnknownHeader; return false; }
        var segmented = type is PduType.ConfirmedRequest or PduType.ComplexAck && (apdu[0] & 0x08) != 0;
        var size = Size(type, segmented);
        if (apdu.Length < size) return false;
        header = type switch
        {
            PduType.ConfirmedRequest => DecodeRequest(apdu, segmented),
            PduType.UnconfirmedRequest => new() { Type = type, Service = apdu[1] },
            PduType.ComplexAck => DecodeComplexAck(apdu, segmented),
            PduType.SegmentAck => new()
            {
                Type = type,
                NegativeAck = (apdu[0] & 2) != 0,
                FromServer = (apdu[0] & 1) != 0,
                InvokeId = apdu[1],
                SequenceNumber = apdu[2],
                WindowSize = apdu[3],
            },
            _ => new() { Type = type, FromServer = type == PduType.Abort && (apdu[0] & 1) != 0, InvokeId = apdu[1], Service = apdu[2] },
        };
        service = apdu[size..];
        error = DecodeError.None;
        return true;
    }

    /// <summary>Writes the header.</summary>
    /// <returns>How many octets it takes, at most six.</returns>
    public int Encode(Span<byte> target)
    {
        var at = 0;
        target[at++] = (byte)(((byte)Type << 4) | Flags());
        if (Type == PduType.ConfirmedRequest) target[at++] = (byte)((MaxSegmentsCode << 4) | MaxApduCode);
        if (Type != PduType.UnconfirmedRequest) target[at++] = InvokeId;
        if (Segmented || Type == PduType.SegmentAck)
        {
            target[at++] = SequenceNumber;
            target[at++] = WindowSize;
        }
        if (Type != PduType.SegmentAck) target[at++] = Service;
        return at;
    }

    private static int Size(PduType type, bool segmented) => type switch
    {
        PduType.ConfirmedRequest => segmented ? 6 : 4,
        PduType.UnconfirmedRequest => 2,
        PduType.ComplexAck => segmented ? 5 : 3,
        PduType.SegmentAck => 4,
        _ => 3,
    };

    private static ApduHeader DecodeRequest(ReadOnlySpan<byte> apdu, bool segmented) => new()
    {
        Type = PduType.ConfirmedRequest,
        Segmented = segmented,
        MoreFollows = (apdu[0] & 0x04) != 0,
        SegmentedResponseAccepted = (apdu[0] & 0x02) != 0,
        MaxSegmentsCode = (byte)((apdu[1] >> 4) & 7),
        MaxApduCode = (byte)(apdu[1] & 0xF),
        InvokeId = apdu[2],
        SequenceNumber = segmented ? apdu[3] : (byte)0,
        WindowSize = segmented ? apdu[4] : (byte)0,
        Service = apdu[segmented ? 5 : 3],
    };

    private static ApduHeader DecodeComplexAck(ReadOnlySpan<byte> apdu, bool segmented) => new()
    {
        Type = PduType.ComplexAck,
        Segmented = segmented,
        MoreFollows = (apdu[0] & 0x04) != 0,
        InvokeId = apdu[1],
        SequenceNumber = segmented ? apdu[2] : (byte)0,
        WindowSize = segmented ? apdu[3] : (byte)0,
        Service = apdu[segmented ? 4 : 2],
    };

    private int Flags() => Type switch
    {
        PduType.SegmentAck => (NegativeAck ? 2 : 0) | (FromServer ? 1 : 0),
        PduType.Abort => FromServer ? 1 : 0,
        PduType.ConfirmedRequest or PduType.ComplexAck =>
            (Segmented ? 8 : 0) | (MoreFollows ? 4 : 0) | (SegmentedResponseAccepted ? 2 : 0),
        _ => 0,
    };
}
