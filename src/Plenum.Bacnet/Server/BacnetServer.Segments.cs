using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Server;

/// <summary>Requests that come in segments, and answers that go out in them. The lock guards the transfers; nothing is sent inside it, because a transport may have a lock of its own.</summary>
public sealed partial class BacnetServer
{
    private const int MostTransfers = 64, MostTransfersPerPeer = 4;

    private static readonly SegmentPolicy Segments = new();

    private readonly List<ServerTransfer> _transfers = [];
    private readonly TakenRequests _taken = new();
    private readonly Lock _transferGate = new();
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly ITimer _timer;

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>One segment of a request (clauses 5.4.5.1 and 5.4.5.2).</summary>
    private void OnSegment(in BipFrame frame)
    {
        var first = new ServedRequest(frame.Apdu, frame.Source, frame.Content);
        if (!_device.Segmentation.Receives()) { Send(Outcome.Abort(AbortReason.SegmentationNotSupported), in first, default); return; }
        ServerTransfer? transfer;
        var step = ReceiveStep.Wait;
        byte[] whole = [];
        lock (_transferGate)
        {
            transfer = Find(frame.Source, frame.Apdu.InvokeId);
            if (transfer is null && frame.Apdu.SequenceNumber == 0 && MayOpen(frame.Source)) _transfers.Add(transfer = new(frame.Source, frame.Apdu) { Receiving = new(Segments) });
            if (transfer?.Receiving is { } receiver)
            {
                step = receiver.OnSegment(frame.Apdu.SequenceNumber, frame.Apdu.WindowSize, frame.Apdu.MoreFollows, frame.Content, Now);
                if (step == ReceiveStep.Whole) _taken.Add(transfer with { Request = whole = receiver.Octets.ToArray() }, Now);
                if (step >= ReceiveStep.Whole) Close(transfer);
            }
            Arm();
        }
        if (transfer?.Receiving is null) OnStraySegment(in first);
        else if (transfer.Receiving is { } receiver) Answer(transfer, receiver, step, whole);
    }

    /// <summary>A segment of no request that is under way: there is no room for one more, or it comes late. The last segment of a request that was taken comes again when its
    /// acknowledgement and its answer were lost: it gets both again.</summary>
    private void OnStraySegment(in ServedRequest stray)
    {
        if (_taken.Find(stray.From, stray.Header.InvokeId, Now) is { Receiving: { } receiver } transfer)
        {
            if (receiver.OnSegment(stray.Header.SequenceNumber, stray.Header.WindowSize, stray.Header.MoreFollows, stray.Content, Now) != ReceiveStep.Acknowledge) return;
            Acknowledge(transfer, receiver, negative: false);
            Serve(new ServedRequest(transfer.Header, transfer.Peer, transfer.Request));
        }
        else Send(Outcome.Abort(stray.Header.SequenceNumber == 0 ? AbortReason.OutOfResources : AbortReason.InvalidApduInThisState), in stray, default);
    }

    private void Answer(ServerTransfer transfer, SegmentReceiver receiver, ReceiveStep step, byte[] whole)
    {
        var request = new ServedRequest(transfer.Header, transfer.Peer, whole);
        switch (step)
        {
            case ReceiveStep.Wait or ReceiveStep.GiveUp: break;   // clause 5.4.5.2, Timeout: in silence
            case ReceiveStep.Acknowledge or ReceiveStep.AcknowledgeNegatively: Acknowledge(transfer, receiver, step == ReceiveStep.AcknowledgeNegatively); break;
            case ReceiveStep.Whole:
                Acknowledge(transfer, receiver, negative: false);
                Serve(in request);
                break;
            case ReceiveStep.TooLong: Send(Outcome.Abort(AbortReason.BufferOverflow), in request, default); break;
            case ReceiveStep.WindowOutOfRange: Send(Outcome.Abort(AbortReason.WindowSizeOutOfRange), in request, default); break;
            default: Send(Outcome.Abort(AbortReason.InvalidApduInThisState), in request, default); break;
        }
    }

    private void Acknowledge(ServerTransfer transfer, SegmentReceiver receiver, bool negative)
    {
        Span<byte> ack = stackalloc byte[4];
        var header = new ApduHeader { Type = PduType.SegmentAck, FromServer = true, NegativeAck = negative, InvokeId = transfer.Header.InvokeId, SequenceNumber = receiver.Sequence, WindowSize = receiver.Window };
        _port.TrySendApdu(ack[..header.Encode(ack)], transfer.Peer, expectsReply: false);
    }

    /// <summary>Sends an acknowledgement that is longer than one APDU (clause 5.4.5.3): in segments when the asker takes them and as many of them, else an Abort says why not.</summary>
    private void SendSegmented(in ServedRequest request, ReadOnlySpan<byte> written)
    {
        var message = new OutgoingMessage(Head(Outcome.Acknowledged, request.Header), written.ToArray(), Segments, MostApdu(in request));
        if (message.Sender.Segments > SegmentCounts.Decode(request.Header.MaxSegmentsCode)) { Send(Outcome.Abort(AbortReason.BufferOverflow), in request, default); return; }
        var transfer = new ServerTransfer(request.From, request.Header) { Sending = message, Request = request.Content.ToArray() };
        bool open;
        lock (_transferGate)
        {
            if (open = MayOpen(request.From))
            {
                _transfers.Add(transfer);
                message.Sender.Start(Now);
                Arm();
            }
        }
        if (open) SendNext(transfer);
        else Send(Outcome.Abort(AbortReason.OutOfResources), in request, default);
    }

    private void OnSegmentAck(in BipFrame frame)
    {
        ServerTransfer? transfer;
        lock (_transferGate)
        {
            transfer = Find(frame.Source, frame.Apdu.InvokeId);
            if (transfer?.Sending is not { } message) return;
            if (message.Sender.OnAck(frame.Apdu.SequenceNumber, frame.Apdu.WindowSize, Now) == SegmentStep.Done) Close(transfer);
            Arm();
        }
        SendNext(transfer);
    }

    /// <summary>The asker gives its request up.</summary>
    private void OnAbort(in BipFrame frame)
    {
        lock (_transferGate)
            if (Find(frame.Source, frame.Apdu.InvokeId) is { } transfer) Close(transfer);
    }

    /// <summary>Whether a request is the one whose answer is just going out in segments. Another one with the same invoke id means that its asker has forgotten that: then the old answer ends.</summary>
    private bool IsBeingAnswered(in ServedRequest request)
    {
        lock (_transferGate)
        {
            if (Find(request.From, request.Header.InvokeId) is not { } transfer) return false;
            if (transfer.Sending is not null && transfer.Header == request.Header && request.Content.SequenceEqual(transfer.Request)) return true;
            Close(transfer);
            return false;
        }
    }

    private void SendNext(ServerTransfer transfer)
    {
        Span<byte> apdu = stackalloc byte[ApduSizes.Largest];
        while (true)
        {
            int length;
            lock (_transferGate) length = transfer.Sending!.EncodeNext(apdu);
            if (length == 0) return;
            _port.TrySendApdu(apdu[..length], transfer.Peer, expectsReply: true);
        }
    }

    private void OnTimer()
    {
        List<ServerTransfer> due = [];
        lock (_transferGate)
        {
            var now = Now;
            foreach (var transfer in _transfers.ToArray())
            {
                if (transfer.Deadline > now) continue;
                if (transfer.Receiving?.OnTime(now) == ReceiveStep.GiveUp || transfer.Sending?.Sender.OnTime(now) == SegmentStep.GiveUp) Close(transfer);   // clauses 5.4.5.2 and 5.4.5.4: in silence
                else if (transfer.Sending is not null) due.Add(transfer);
            }
            Arm();
        }
        foreach (var transfer in due) SendNext(transfer);
    }

    private ServerTransfer? Find(DeviceAddress from, byte invokeId)
    {
        foreach (var transfer in _transfers)
            if (transfer.Is(from, invokeId)) return transfer;
        return null;
    }

    private bool MayOpen(DeviceAddress peer) => _transfers.Count < MostTransfers && _transfers.Count(transfer => transfer.Peer == peer) < MostTransfersPerPeer;

    private void Close(ServerTransfer transfer)
    {
        transfer.Receiving?.Release();
        transfer.Sending?.Sender.End();
        _transfers.Remove(transfer);
    }

    /// <summary>Sets the timer to the nearest deadline; it stands still while nothing is in segments.</summary>
    private void Arm()
    {
        var nearest = _transfers.Min(transfer => transfer.Deadline);
        if (nearest is not { } due) return;   // should it go off, it finds nothing
        var wait = due - Now;
        _timer.Change((wait > TimeSpan.Zero ? wait : TimeSpan.Zero) + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }
}
