using Plenum.Bacnet.Protocol.Transactions;

namespace Plenum.Bacnet.Client;

internal sealed partial class Exchanges
{
    private readonly List<Exchange> _due = [];

    private void Schedule(Exchange exchange, TimeSpan due)
    {
        lock (_deadlineGate)
        {
            exchange.Due = due;
            _deadlines.Set(exchange);
            Arm();
        }
    }

    /// <summary>Sets the timer to the nearest deadline, unless it goes off before that anyway. Inside the lock of the deadlines.</summary>
    private void Arm()
    {
        if (_closed || _deadlines.Nearest is not { Due: var deadline } || deadline >= _armedFor || deadline == TimeSpan.MaxValue) return;
        _armedFor = deadline;
        var wait = deadline - Now;
        _timer.Change((wait > TimeSpan.Zero ? wait : TimeSpan.Zero) + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }

    /// <summary>Looks at everything whose deadline has come. Whether it has is asked of the clock: that the timer went off says nothing.</summary>
    private void OnTimer()
    {
        lock (_due)
        {
            CollectDue();
            foreach (var exchange in _due) OnDeadline(exchange);
            _due.Clear();
        }
        AttendWoken();
        lock (_deadlineGate)
        {
            _armedFor = TimeSpan.MaxValue;
            Arm();
        }
    }

    private void CollectDue()
    {
        var now = Now;
        lock (_deadlineGate)
        {
            while (_deadlines.Nearest is { } nearest && nearest.Due <= now)
            {
                _deadlines.Remove(nearest);
                _due.Add(nearest);
            }
        }
    }

    private void OnDeadline(Exchange exchange)
    {
        if (exchange.Peer is not { } peer) return;
        lock (peer.Gate)
        {
            if (!ReferenceEquals(exchange.Peer, peer)) return;   // it ended, and may serve another device already
            var now = Now;
            if (exchange.State == ExchangeState.InFlight) OnSilence(exchange, peer, now);
            else if (exchange.State == ExchangeState.Waiting) OnWaited(exchange, peer, now);
        }
    }

    private void OnSilence(Exchange exchange, Peer peer, TimeSpan now)
    {
        if (OnSegmentTime(exchange, peer, now)) return;
        if (IsPutOff(exchange, peer, now)) return;
        var hadPlace = exchange.Place == BudgetPlace.Beside;
        Leave(exchange, peer);
        if (IsLeftOut(exchange, peer, hadPlace, now)) return;
        switch (exchange.Transaction!.OnTime(now, peer.PaceAt(now), NextRandom()))
        {
            case TransactionStep.Send:
                peer.Window.OnSilence();
                Transmit(exchange, peer);
                break;
            case TransactionStep.GiveUp:
                peer.Window.OnSilence();
                OnSilentRoute(peer, now);
                peer.Retried = new(exchange.InvokeId, exchange.Transaction.Sent, exchange.Transaction.FirstSentAt, 0, null, GivenUp: true);
                End(exchange, new(ReplyKind.Silent), now);
                break;
            default:
                Leave(exchange, peer);
                Schedule(exchange, exchange.Transaction.Deadline ?? TimeSpan.MaxValue);
                break;
        }
    }

    private void OnWaited(Exchange exchange, Peer peer, TimeSpan now)
    {
        if (Unreachable(exchange, peer, now) is { } unreachable) { End(exchange, unreachable, now); return; }
        if (now >= WaitEnd(exchange)) { End(exchange, new(ReplyKind.Silent), now); return; }
        Schedule(exchange, WaitEnd(exchange));
        Pump(peer, now);
    }
}
