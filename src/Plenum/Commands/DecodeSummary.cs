using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Captures;

namespace Plenum.Commands;

/// <summary>What <c>plenum decode</c> has seen so far.</summary>
internal sealed class DecodeSummary
{
    private readonly SortedDictionary<string, int> _byKind = new(StringComparer.Ordinal);

    /// <summary>Packets in the capture.</summary>
    public int Packets { get; set; }

    /// <summary>Frames with BACnet in them.</summary>
    public int Frames { get; private set; }

    /// <summary>Frames that do not decode.</summary>
    public int Malformed { get; private set; }

    /// <summary>Errors, Rejects and Aborts.</summary>
    public int Refusals { get; private set; }

    /// <summary>Requests and segments that were there before.</summary>
    public int Retransmissions { get; private set; }

    /// <summary>How often each kind of message was there.</summary>
    public IReadOnlyDictionary<string, int> ByKind => _byKind;

    /// <summary>Counts a frame.</summary>
    public void Add(DecodedFrame frame)
    {
        Frames++;
        if (frame.Message.Failure is not null) Malformed++;
        if (frame.Message.IsRefusal) Refusals++;
        if (frame.IsRetransmission) Retransmissions++;
        var kind = KindOf(frame);
        _byKind[kind] = _byKind.GetValueOrDefault(kind) + 1;
    }

    private static string KindOf(DecodedFrame frame) => frame.Message.Apdu?.Type switch
    {
        PduType.SimpleAck or PduType.ComplexAck => $"{frame.Message.Name} ack",
        PduType.Error => $"{frame.Message.Name} error",
        _ => frame.Message.Name,
    };
}
