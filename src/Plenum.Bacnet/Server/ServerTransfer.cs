using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Server;

/// <summary>One transaction of a server that is in segments: its request comes in them, or its answer goes out in them (clauses 5.4.5.2 and 5.4.5.4).</summary>
/// <param name="Peer">Who asks.</param>
/// <param name="Header">The header of the request's first APDU.</param>
internal sealed record ServerTransfer(DeviceAddress Peer, ApduHeader Header)
{
    /// <summary>The request that comes in segments; null when it came in one piece.</summary>
    public SegmentReceiver? Receiving { get; init; }

    /// <summary>The answer that goes out in segments; null before there is one.</summary>
    public OutgoingMessage? Sending { get; init; }

    /// <summary>The request's octets, by which a copy of it is told from another one; none while it still comes.</summary>
    public byte[] Request { get; init; } = [];

    /// <summary>When it is to be looked at next.</summary>
    public TimeSpan? Deadline => Sending is { } sending ? sending.Sender.Deadline : Receiving?.Deadline;

    public bool Is(DeviceAddress from, byte invokeId) => Peer == from && Header.InvokeId == invokeId;
}
