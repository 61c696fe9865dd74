using System.Collections.Concurrent;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Client;

/// <summary>Drives every confirmed request of a client: who may send now, when to send again, which answer belongs to which request.</summary>
/// <remarks>A peer's lock guards its requests; inside it the lock of the deadlines may be taken, never the other way round. One timer serves all deadlines.</remarks>
internal sealed partial class Exchanges : IDisposable
{
    private readonly BacnetPort _port;
    private readonly RetryPolicy _policy;
    private readonly int _mostInFlight;
    private readonly BacnetClientOptions _options;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly long _origin;
    private readonly ConcurrentDictionary<DeviceAddress, Peer> _peers = new();
    private readonly DeadlineHeap<Exchange> _deadlines = new();
    private readonly Lock _deadlineGate = new();
    private readonly ITimer _timer;
    private TimeSpan _armedFor = TimeSpan.MaxValue;
    private volatile bool _closed;

    public Exchanges(BacnetPort port, BacnetClientOptions options, TimeProvider time)
    {
        (_port, _policy, _time, _random) = (port, options.Retry, time, options.Random);
        (_mostInFlight, _options) = (options.MostInFlightPerDevice, options);
        (_mostPerNetwork, _budget, _logger) = (options.MostInFlightPerNetwork, new(options.MostInFlight), options.Logger);
        _origin = time.GetTimestamp();
        using (ExecutionContext.SuppressFlow())
            _timer = time.CreateTimer(static self => ((Exchanges)self!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public ClientCounters Counters { get; } = new();

    /// <summary>Time since the client was made, on a clock that does not go back.</summary>
    public TimeSpan Now => _time.GetElapsedTime(_origin);

    public Peer PeerAt(DeviceAddress address) => _peers.TryGetValue(address, out var peer)
        ? peer
        : AddPeer(address);

    /// <summary>Sends a request as soon as the device may be asked, and again until it answers, the tries are used up or <paramref name="until"/> has come.</summary>
    public ValueTask<Reply> SendAsync(Exchange exchange, DeviceAddress to, in RequestLimits limits, TimeSpan? until)
    {
        if (exchange.State != ExchangeState.Idle) throw new InvalidOperationException("this exchange still carries a request");
        var fits = exchange.TryPrepare(to, in limits, _options);   // here, because what goes wrong in it is the caller's
        var peer = PeerAt(to);
        exchange.Owner = this;
        var task = exchange.Begin();
        lock (peer.Gate)
        {
            Counters.CountRequest();
            (exchange.Peer, exchange.Until, exchange.AskedAt, exchange.State) = (peer, until, Now, ExchangeState.Waiting);
            if (!fits || _closed)
            {
                End(exchange, fits ? new(ReplyKind.NotSent) : TooLong, Now);
                return task;
            }
            exchange.Transaction ??= new ClientTransaction(_policy);
            peer.Waiting.Enqueue((exchange, exchange.Version));
            Schedule(exchange, WaitEnd(exchange));
            Pump(peer, Now);
        }
        AttendWoken();
        return task;
    }

    /// <summary>Gives up a request that its caller no longer wants.</summary>
    public void Cancel(Exchange exchange)
    {
        if (exchange.Peer is not { } peer) return;
        lock (peer.Gate)
        {
            if (!ReferenceEquals(exchange.Peer, peer)) return;
            AbortSegments(exchange, peer, AbortReason.Other);
            End(exchange, new(ReplyKind.NotSent), Now);
        }
        AttendWoken();
    }

    public void Dispose()
    {
        _closed = true;
        _timer.Dispose();
        foreach (var peer in _peers.Values)
            lock (peer.Gate) CloseAll(peer);
    }

    /// <summary>Sends what may be sent now. Inside the peer's lock.</summary>
    private void Pump(Peer peer, TimeSpan now)
    {
        while (peer.InFlight < peer.Window.Size && peer.Waiting.TryPeek(out var head))
        {
            if (head.Exchange.State != ExchangeState.Waiting || head.Exchange.Version != head.Version) { peer.Waiting.Dequeue(); continue; }
            if (!peer.Ids.TryTake(now, out var invokeId))
            {
                // Every id is in use or resting: look again when the first one is free, or when the first in the queue has waited long enough.
                var (free, end) = (peer.Ids.NextFree(), WaitEnd(head.Exchange));
                Schedule(head.Exchange, free < end ? free : end);
                return;
            }
            if (!MayEnter(head.Exchange, peer, now))
            {
                peer.Ids.Release(invokeId, now);
                return;
            }
            peer.Waiting.Dequeue();
            Start(head.Exchange, peer, invokeId, now);
        }
    }

    private void Start(Exchange exchange, Peer peer, byte invokeId, TimeSpan now)
    {
        exchange.Number(invokeId);
        exchange.State = ExchangeState.InFlight;
        peer.Pending[invokeId] = exchange;
        peer.InFlight++;
        exchange.Transaction!.Start(now, peer.PaceAt(now), exchange.Until, NextRandom(), exchange.MostTries);
        peer.SilentSince ??= now;
        Transmit(exchange, peer);
    }

    private void Transmit(Exchange exchange, Peer peer)
    {
        Counters.CountTry();
        if (exchange.IsLong)
        {
            SendInSegments(exchange, peer);
            return;
        }
        Schedule(exchange, exchange.Transaction!.Deadline ?? TimeSpan.MaxValue);   // before it is sent: a network in memory answers within the call
        _port.TrySend(exchange.Datagram, LinkOf(peer));   // what the system refuses to send is tried again like what is lost
    }

    /// <summary>The end of a request, inside the peer's lock: frees its id after a rest, wakes its caller, lets the next one go.</summary>
    private void End(Exchange exchange, Reply reply, TimeSpan now)
    {
        var peer = exchange.Peer!;
        lock (_deadlineGate) _deadlines.Remove(exchange);
        Leave(exchange, peer);
        if (exchange.State == ExchangeState.InFlight)
        {
            var transaction = exchange.Transaction!;
            transaction.End();
            peer.Pending[exchange.InvokeId] = null;
            peer.InFlight--;
            peer.Ids.Release(exchange.InvokeId, now + Rest(exchange, peer, reply));
            EndSegments(exchange, peer);
            reply = reply with { Tries = transaction.Sent };
        }
        exchange.State = ExchangeState.Idle;
        exchange.Peer = null;
        Counters.CountEnd(reply.Kind);
        exchange.Complete(reply);
        if (!_closed) Pump(peer, now);
    }

    /// <summary>How long an id rests: as long as a late or doubled answer can still come.</summary>
    private TimeSpan Rest(Exchange exchange, Peer peer, Reply reply) =>
        exchange.Transaction!.Sent <= 1 && exchange is { Sending: null, Receiving: null } && !reply.IsSilence ? 2 * peer.RoundTrip.Timeout : 2 * _policy.MostTimeout;

    private void CloseAll(Peer peer)
    {
        foreach (var exchange in peer.Pending)
        {
            if (exchange is null) continue;
            AbortSegments(exchange, peer, AbortReason.Other);
            End(exchange, new(ReplyKind.NotSent), Now);
        }
        while (peer.Waiting.TryDequeue(out var waiting))
            if (waiting.Exchange.State == ExchangeState.Waiting && waiting.Exchange.Version == waiting.Version)
                End(waiting.Exchange, new(ReplyKind.NotSent), Now);
    }

    /// <summary>What the standard's own machine says of a request that the device can take neither in one piece nor in segments (clause 5.4.4.1).</summary>
    private static Reply TooLong { get; } = new(ReplyKind.Abort, BacnetError.From(AbortReason.ApduTooLong));

    private static TimeSpan WaitEnd(Exchange exchange) => exchange.Until ?? TimeSpan.MaxValue;

    private double NextRandom()
    {
        lock (_random) return _random.NextDouble();
    }
}
