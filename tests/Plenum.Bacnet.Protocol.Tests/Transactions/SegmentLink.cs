using Plenum.Bacnet.Protocol.Transactions;

namespace Plenum.Bacnet.Protocol.Tests.Transactions;

/// <summary>A message on its way in segments: a sender, a receiver, and between them a network that a test decides about.</summary>
internal sealed class SegmentLink(SegmentPolicy sending, SegmentPolicy receiving, byte[] message, int perSegment)
{
    private readonly PriorityQueue<Parcel, (TimeSpan Due, int Number)> _underWay = new();
    private readonly SegmentSender _sender = new(sending, message.Length, perSegment);
    private readonly SegmentReceiver _receiver = new(receiving);
    private TimeSpan _now;
    private int _segments, _acks, _queued;

    /// <summary>When a segment arrives after it was sent, for each copy; its number counts transmissions from 0. At once by default.</summary>
    public Func<Parcel, int, IEnumerable<double>> OnSegment { get; set; } = (_, _) => [0];

    /// <summary>The same of an acknowledgement.</summary>
    public Func<Parcel, int, IEnumerable<double>> OnAck { get; set; } = (_, _) => [0];

    public byte[]? Received { get; private set; }
    public bool SenderDone { get; private set; }
    public ReceiveStep? ReceiverFailed { get; private set; }
    public int SegmentsSent => _segments;
    public int AcksSent => _acks;
    public int NegativeAcks { get; private set; }
    public double Seconds => _now.TotalSeconds;
    public int Segments => _sender.Segments;
    public byte Window => _receiver.Window;

    public static byte[] Message(int octets)
    {
        var message = new byte[octets];
        new Random(octets).NextBytes(message);
        return message;
    }

    /// <summary>Lets it all happen, until both sides are over. What arrives at one time arrives before a deadline of that time.</summary>
    public SegmentLink Run()
    {
        Send(_sender.Start(_now));
        for (var events = 0; events < 100_000; events++)
        {
            var deadline = Nearest(_sender.Deadline, _receiver.Deadline);
            if (_underWay.TryPeek(out _, out var next) && next.Due <= (deadline ?? TimeSpan.MaxValue)) Arrive();
            else if (deadline is { } due) OnTime(due);
            else return this;
        }
        throw new InvalidOperationException("the two never come to an end");
    }

    private void Arrive()
    {
        _underWay.TryDequeue(out var parcel, out var key);
        _now = key.Due > _now ? key.Due : _now;
        if (parcel!.IsAck) Send(_sender.OnAck(parcel.Sequence, parcel.Window, _now));
        else Answer(_receiver.OnSegment(parcel.Sequence, parcel.Window, parcel.MoreFollows, parcel.Content, _now));
    }

    private void OnTime(TimeSpan due)
    {
        _now = due;
        Send(_sender.OnTime(due));
        Answer(_receiver.OnTime(due));
    }

    private void Send(SegmentStep step)
    {
        if (step == SegmentStep.Done) SenderDone = true;
        while (_sender.TryTake(out var segment))
        {
            var parcel = new Parcel(false, segment.Sequence, segment.ProposedWindow, segment.MoreFollows, message.AsSpan(segment.Offset, segment.Length).ToArray(), segment.Index);
            foreach (var delay in OnSegment(parcel, _segments++)) Queue(parcel, delay);
        }
    }

    private void Answer(ReceiveStep step)
    {
        if (step == ReceiveStep.Wait) return;
        if (step > ReceiveStep.Whole)
        {
            ReceiverFailed = step;
            _sender.End();   // the abort
            return;
        }
        if (step == ReceiveStep.Whole) Received = _receiver.Octets.ToArray();
        if (step == ReceiveStep.AcknowledgeNegatively) NegativeAcks++;
        var ack = new Parcel(true, _receiver.Sequence, _receiver.Window, false, [], -1);
        foreach (var delay in OnAck(ack, _acks++)) Queue(ack, delay);
    }

    private void Queue(Parcel parcel, double seconds) => _underWay.Enqueue(parcel, (_now + TimeSpan.FromSeconds(seconds), _queued++));

    private static TimeSpan? Nearest(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other ?? one : one;
}

/// <summary>A segment or an acknowledgement on its way.</summary>
internal sealed record Parcel(bool IsAck, byte Sequence, byte Window, bool MoreFollows, byte[] Content, int Index);
