using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Client;

/// <summary>Requests and answers in segments. All of it inside the peer's lock.</summary>
internal sealed partial class Exchanges
{
    /// <summary>Sends a long request, from its first segment on: at first, and again when it was delivered and nobody answered (clause 5.4.4.3, TimeoutSegmented).</summary>
    private void SendInSegments(Exchange exchange, Peer peer)
    {
        var message = exchange.BeginSending(_options.Segments);
        message.Sender.Start(Now);
        SendSegments(exchange, message, peer);
    }

    private void SendSegments(Exchange exchange, OutgoingMessage message, Peer peer)
    {
        Schedule(exchange, message.Sender.Deadline ?? TimeSpan.MaxValue);
        Span<byte> apdu = stackalloc byte[ApduSizes.Largest];
        while (message.EncodeNext(apdu) is > 0 and var length) _port.TrySendApdu(apdu[..length], RouteTo(peer), expectsReply: true);
    }

    private void OnSegmentAck(Exchange exchange, Peer peer, in ApduHeader ack, TimeSpan now)
    {
        if (exchange.Sending is not { } message) return;   // clause 5.4.4.3: a SegmentACK changes nothing while the answer is awaited
        switch (message.Sender.OnAck(ack.SequenceNumber, ack.WindowSize, now))
        {
            case SegmentStep.Send:
                SendSegments(exchange, message, peer);
                break;
            case SegmentStep.Done:
                exchange.Transaction!.OnDelivered(now);
                Schedule(exchange, exchange.Transaction.Deadline ?? TimeSpan.MaxValue);
                break;
        }
    }

    /// <summary>Takes a segment of the answer (clauses 5.4.4.3 and 5.4.4.4).</summary>
    /// <returns>Whether that ends the request: the answer is whole, or cannot become so any more.</returns>
    private bool TryTakeSegment(Exchange exchange, Peer peer, in BipFrame frame, TimeSpan now, out Reply reply)
    {
        reply = default;
        var apdu = frame.Apdu;
        if (!_options.Segmentation.Receives()) return Abort(exchange, peer, AbortReason.SegmentationNotSupported, out reply);
        var isFirst = exchange.Receiving is null;
        if (isFirst && apdu.SequenceNumber != 0)   // of an answer that is over: no answer begins in the middle
        {
            Counters.CountLate();
            return false;
        }
        var receiver = exchange.Receiving ??= new(_options.Segments);
        var step = receiver.OnSegment(apdu.SequenceNumber, apdu.WindowSize, apdu.MoreFollows, frame.Content, now);
        if (isFirst && exchange is { Transaction.Sent: 1, Sending: null }) peer.RoundTrip.OnSample(now - exchange.Transaction.FirstSentAt);
        if (receiver.Deadline is { } deadline) Schedule(exchange, deadline);
        switch (step)
        {
            case ReceiveStep.Wait: return false;
            case ReceiveStep.Acknowledge: Acknowledge(exchange.InvokeId, receiver, peer, negative: false); return false;
            case ReceiveStep.AcknowledgeNegatively: Acknowledge(exchange.InvokeId, receiver, peer, negative: true); return false;
            case ReceiveStep.Whole: return TryTakeWhole(exchange, receiver, peer, out reply);
            case ReceiveStep.TooLong: return Abort(exchange, peer, AbortReason.BufferOverflow, out reply);
            case ReceiveStep.WindowOutOfRange: return Abort(exchange, peer, AbortReason.WindowSizeOutOfRange, out reply);
            default: return Abort(exchange, peer, AbortReason.InvalidApduInThisState, out reply);
        }
    }

    private bool TryTakeWhole(Exchange exchange, SegmentReceiver receiver, Peer peer, out Reply reply)
    {
        peer.Taken = new(exchange.InvokeId, receiver.Sequence, receiver.Window);
        Acknowledge(exchange.InvokeId, receiver, peer, negative: false);
        if (TryAccept(exchange, receiver.Octets, out reply))
        {
            Counters.CountAssembled();
            reply = reply with { InSegments = true };
            return true;
        }
        // Whole, but not an answer to this request: that one is waited for, and asked for again.
        receiver.Release();
        exchange.Receiving = null;
        Schedule(exchange, exchange.Transaction!.Deadline ?? TimeSpan.MaxValue);
        return false;
    }

    /// <summary>What the deadline of a message in segments brings.</summary>
    /// <returns>False when the request is not in segments just now.</returns>
    private bool OnSegmentTime(Exchange exchange, Peer peer, TimeSpan now)
    {
        if (exchange.Receiving is { Deadline: not null } receiver)
        {
            if (receiver.OnTime(now) != ReceiveStep.GiveUp) Schedule(exchange, receiver.Deadline ?? TimeSpan.MaxValue);
            else if (Abort(exchange, peer, AbortReason.TsmTimeout, out var reply)) End(exchange, reply, now);
            return true;
        }
        if (exchange.Sending is not { Sender.Deadline: not null } message) return false;
        switch (message.Sender.OnTime(now))
        {
            case SegmentStep.GiveUp:
                peer.Window.OnSilence();
                AbortSegments(exchange, peer, AbortReason.TsmTimeout);
                End(exchange, new(ReplyKind.Silent), now);
                break;
            default:
                SendSegments(exchange, message, peer);
                break;
        }
        return true;
    }

    /// <summary>Segments and their acknowledgements that no request waits for. The last segment of an answer that was taken comes again when its acknowledgement was lost:
    /// that is repeated. To all else the standard's answer is an Abort, so that the other side stops (clause 5.4.4.1, UnexpectedSegmentInfoReceived).</summary>
    private void OnUnexpectedSegment(Peer peer, in ApduHeader apdu)
    {
        if (peer.Taken is { } taken && taken.InvokeId == apdu.InvokeId)
        {
            if (apdu is { Segmented: true, MoreFollows: false } && apdu.SequenceNumber == taken.Sequence) Acknowledge(taken.InvokeId, taken.Sequence, taken.Window, peer, negative: false);
        }
        else SendAbort(apdu.InvokeId, peer, AbortReason.InvalidApduInThisState);
    }

    private void Acknowledge(byte invokeId, SegmentReceiver receiver, Peer peer, bool negative) => Acknowledge(invokeId, receiver.Sequence, receiver.Window, peer, negative);

    private void Acknowledge(byte invokeId, byte sequence, byte window, Peer peer, bool negative)
    {
        if (negative) Counters.CountGap();
        Span<byte> ack = stackalloc byte[4];
        var header = new ApduHeader { Type = PduType.SegmentAck, NegativeAck = negative, InvokeId = invokeId, SequenceNumber = sequence, WindowSize = window };
        _port.TrySendApdu(ack[..header.Encode(ack)], RouteTo(peer), expectsReply: false);
    }

    private bool Abort(Exchange exchange, Peer peer, AbortReason reason, out Reply reply)
    {
        SendAbort(exchange.InvokeId, peer, reason);
        reply = new(ReplyKind.Abort, BacnetError.From(reason));
        return true;
    }

    /// <summary>Tells the device to stop, should a message be on its way in segments.</summary>
    private void AbortSegments(Exchange exchange, Peer peer, AbortReason reason)
    {
        if (exchange.Sending is not null || exchange.Receiving is not null) SendAbort(exchange.InvokeId, peer, reason);
    }

    private void SendAbort(byte invokeId, Peer peer, AbortReason reason)
    {
        Span<byte> abort = stackalloc byte[3];
        var length = new ApduHeader { Type = PduType.Abort, InvokeId = invokeId, Service = (byte)reason }.Encode(abort);
        _port.TrySendApdu(abort[..length], RouteTo(peer), expectsReply: false);
    }

    private static void EndSegments(Exchange exchange, Peer peer)
    {
        if (exchange.Receiving is null && exchange.Sending is null) return;
        if (peer.Taken is { } taken && taken.InvokeId == exchange.InvokeId && exchange.Receiving is not { IsWhole: true }) peer.Taken = null;
        exchange.Sending?.Sender.End();
        exchange.Receiving?.Release();
        (exchange.Sending, exchange.Receiving) = (null, null);
    }
}
