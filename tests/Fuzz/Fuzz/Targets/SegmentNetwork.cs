using Plenum.Bacnet.Protocol.Transactions;

namespace Plenum.Fuzz.Targets;

/// <summary>A sender and a receiver of segments with a network between them that loses, doubles and delays as a script says. Once the script is over, everything arrives.</summary>
internal sealed class SegmentNetwork(byte[] message, int perSegment, SegmentPolicy policy, byte[] fates)
{
    private const int MostSteps = 100_000;

    private readonly SegmentSender _sender = new(policy, message.Length, perSegment);
    private readonly SegmentReceiver _receiver = new(policy);
    private readonly PriorityQueue<Action, (TimeSpan Due, int Number)> _underWay = new();
    private TimeSpan _now;
    private int _sent;
    private int _fate;
    private bool _whole;

    public void Run()
    {
        Obey(_sender.Start(_now));
        for (var steps = 0; Next() is { } next; steps++)
        {
            if (steps > MostSteps) throw new BrokenPromiseException($"{MostSteps} datagrams and time-outs, and no end");
            next();
        }
        if (_whole && !_receiver.Octets.SequenceEqual(message)) throw new BrokenPromiseException("the message that arrived is not the one that was sent");
        if (!_whole && fates.Length == 0) throw new BrokenPromiseException("nothing was lost, but the message did not arrive");
    }

    /// <summary>The datagram or the deadline that is next in time.</summary>
    private Action? Next()
    {
        var deadline = Earlier(_sender.Deadline, _receiver.Deadline);
        if (_underWay.TryPeek(out var datagram, out var place) && (deadline is null || place.Due <= deadline))
        {
            _underWay.Dequeue();
            _now = place.Due;
            return datagram;
        }
        if (deadline is not { } due) return null;
        _now = due;
        return OnTime;
    }

    private void OnTime()
    {
        Obey(_sender.OnTime(_now));
        Answer(_receiver.OnTime(_now));
    }

    private void Obey(SegmentStep step)
    {
        if (step != SegmentStep.Send) return;
        while (_sender.TryTake(out var segment))
        {
            var taken = segment;
            Send(() => Answer(_receiver.OnSegment(taken.Sequence, taken.ProposedWindow, taken.MoreFollows, message.AsSpan(taken.Offset, taken.Length), _now)));
        }
    }

    private void Answer(ReceiveStep step)
    {
        if (step is ReceiveStep.Mixed or ReceiveStep.TooLong or ReceiveStep.WindowOutOfRange) throw new BrokenPromiseException($"an honest sender is answered by {step}");
        _whole |= step == ReceiveStep.Whole;
        if (step is not (ReceiveStep.Acknowledge or ReceiveStep.AcknowledgeNegatively or ReceiveStep.Whole)) return;
        var (sequence, window) = (_receiver.Sequence, _receiver.Window);
        Send(() => Obey(_sender.OnAck(sequence, window, _now)));
    }

    private void Send(Action datagram)
    {
        var fate = _fate < fates.Length ? fates[_fate++] : (byte)0;
        if ((fate & 3) == 1) return;
        for (var copies = (fate & 3) == 2 ? 2 : 1; copies > 0; copies--)
            _underWay.Enqueue(datagram, (_now + TimeSpan.FromMilliseconds(1 + ((fate >> 2) * 50 * copies)), _sent++));
    }

    private static TimeSpan? Earlier(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other : one;
}
