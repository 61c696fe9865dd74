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
            (peer.LastHeard, peer.SilentSince) = (now, null);
            if (peer.Pending[frame.Apdu.InvokeId] is not { } exchange) OnUnexpected(peer, frame.Apdu, now);
            else if (frame.Apdu.Type == PduType.SegmentAck) OnSegmentAck(exchange, peer, frame.Apdu, now);
            else if (TryReadReply(exchange, peer, in frame, now, out var reply)) OnReply(exchange, peer, reply, now);
        }
        AttendWoken();
    }

    private void OnUnexpected(Peer peer, in ApduHeader apdu, TimeSpan now)
    {
        if (apdu.Segmented || apdu.Type == PduType.SegmentAck) OnUnexpectedSegment(peer, in apdu);
        else if (peer.OnLateAnswer(apdu.InvokeId, now)) { Counters.CountLate(); return; }
        if (peer.Ids.IsResting(apdu.InvokeId, now)) Counters.CountLate();
        else Counters.CountUnmatched();
    }

    private void OnReply(Exchange exchange, Peer peer, Reply reply, TimeSpan now)
    {
        var transaction = exchange.Transaction!;
        peer.Loss.OnAnswer(transaction.Sent);
        if (exchange.Sending is not null || exchange.Receiving is not null) peer.Window.OnAnswer(wasFull: peer.Waiting.Count > 0);
        else if (transaction.Sent == 1)
        {
            peer.RoundTrip.OnSample(now - transaction.FirstSentAt);
            peer.Window.OnAnswer(wasFull: peer.Waiting.Count > 0);
        }
        else
        {
            peer.RoundTrip.OnBounds(now - transaction.LastSentAt, now - transaction.FirstSentAt);
            peer.Retried = new(exchange.InvokeId, transaction.Sent, transaction.FirstSentAt, 1, now, GivenUp: false);
        }
        End(exchange, reply, now);
    }

    private bool TryReadReply(Exchange exchange, Peer peer, in BipFrame frame, TimeSpan now, out Reply reply)
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
            case PduType.SimpleAck or PduType.ComplexAck when exchange.Sending is { Sender.HasSentAll: false }:   // to an older request: this one is not there yet
                Counters.CountUnmatched();
                return false;
            case PduType.SimpleAck when exchange.ExpectsSimpleAck:
                return true;
            case PduType.ComplexAck when apdu.Segmented:
                return TryTakeSegment(exchange, peer, in frame, now, out reply);
            case PduType.ComplexAck:
                return TryAccept(exchange, frame.Content, out reply);
            case PduType.Error when exchange.TryReadError(frame.Content, out var error):
                reply = new(ReplyKind.Error, error);
                return true;
            default:
                Counters.CountMalformed();
                return false;
        }
    }

    /// <summary>Shows an acknowledgement to its request.</summary>
    /// <returns>Whether that ends the request.</returns>
    private bool TryAccept(Exchange exchange, ReadOnlySpan<byte> service, out Reply reply)
    {
        reply = default;
        switch (exchange.Accept(service))
        {
            case AckVerdict.Accepted: return true;
            case AckVerdict.WrongTarget: Counters.CountWrongTarget(); return false;
            case AckVerdict.Hopeless:
                Counters.CountMalformed();
                reply = new(ReplyKind.Malformed);
                return true;
            default: Counters.CountMalformed(); return false;
        }
    }
}
