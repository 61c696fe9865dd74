using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

internal sealed partial class Exchanges
{
    /// <summary>Takes an answer if it is one to a request of ours: from the very peer, with its invoke id, to the service asked for, about what was asked for. Anything else is counted and dropped.</summary>
    public void OnAnswer(in BipFrame frame)
    {
        if (FindPeer(in frame) is not { } peer)
        {
            Counters.CountUnmatched();
            return;
        }
        if (peer.Network is { } network) OnRouter(network, frame.Source.Link, Now, claims: false);
        lock (peer.Gate)
        {
            var now = Now;
            peer.LastHeard = now;
            if (peer.Pending[frame.Apdu.InvokeId] is not { } exchange) OnUnexpected(peer, frame.Apdu.InvokeId, now);
            else if (TryReadReply(exchange, in frame, out var reply)) OnReply(exchange, peer, reply, now);
        }
        AttendNetworks();
    }

    private void OnUnexpected(Peer peer, byte invokeId, TimeSpan now)
    {
        if (peer.OnLateAnswer(invokeId, now)) Counters.CountLate();
        else if (peer.Ids.IsResting(invokeId, now)) Counters.CountLate();
        else Counters.CountUnmatched();
    }

    private void OnReply(Exchange exchange, Peer peer, Reply reply, TimeSpan now)
    {
        var transaction = exchange.Transaction!;
        if (transaction.Sent == 1)
        {
            peer.RoundTrip.OnSample(now - transaction.FirstSentAt);
            peer.Window.OnAnswer(wasFull: peer.Waiting.Count > 0);
        }
        else
        {
            peer.Retried = new(exchange.InvokeId, transaction.Sent, transaction.FirstSentAt, 1, now, GivenUp: false);
        }
        End(exchange, reply, now);
    }

    private bool TryReadReply(Exchange exchange, in BipFrame frame, out Reply reply)
    {
        reply = default;
        var apdu = frame.Apdu;
        switch (apdu.Type)
        {
            case PduType.Reject:
                reply = new(ReplyKind.Reject, BacnetError.From((RejectReason)apdu.Service));
                return true;
            case PduType.Abort when !apdu.FromServer:   // it aborts a request of the peer's own, whose id is no concern of ours
                Counters.CountUnmatched();
                return false;
            case PduType.Abort:
                reply = new(ReplyKind.Abort, BacnetError.From((AbortReason)apdu.Service));
                return true;
            case PduType.SimpleAck or PduType.ComplexAck or PduType.Error when apdu.Service != (byte)exchange.Service:
                Counters.CountWrongService();
                return false;
            case PduType.SimpleAck when exchange.ExpectsSimpleAck:
                return true;
            case PduType.ComplexAck when apdu.Segmented:
                return RefuseSegments(exchange, out reply);
            case PduType.ComplexAck:
                return TryAccept(exchange, frame.Content);
            case PduType.Error when ErrorReply.TryDecode(frame.Content, out var error, out _):
                reply = new(ReplyKind.Error, error);
                return true;
            default:
                Counters.CountMalformed();
                return false;
        }
    }

    private bool TryAccept(Exchange exchange, ReadOnlySpan<byte> service)
    {
        switch (exchange.Accept(service))
        {
            case AckVerdict.Accepted: return true;
            case AckVerdict.WrongTarget: Counters.CountWrongTarget(); return false;
            default: Counters.CountMalformed(); return false;
        }
    }

    /// <summary>A device that answers in segments although the request did not accept any is told to stop (clause 5.4.4.3).</summary>
    private bool RefuseSegments(Exchange exchange, out Reply reply)
    {
        Span<byte> abort = stackalloc byte[3];
        var length = new ApduHeader { Type = PduType.Abort, InvokeId = exchange.InvokeId, Service = (byte)AbortReason.SegmentationNotSupported }.Encode(abort);
        _port.TrySendApdu(abort[..length], LinkOf(exchange.Peer!) with { Remote = exchange.Peer!.Address.Remote }, expectsReply: false);
        reply = new(ReplyKind.Abort, BacnetError.From(AbortReason.SegmentationNotSupported));
        return true;
    }
}
