using System.Collections.Concurrent;

namespace Plenum.Bacnet.Client;

/// <content>Budgets: how many requests are under way at once, on each network behind a router and in all. Waiting for the silent is no load: a place is held until the first try's
/// time-out. The policy's retries are owed; those beyond them go where there is room, and keep nobody out.</content>
/// <remarks>A peer's lock is held while a budget is asked for a place; peers that a budget wakes are looked after by <see cref="AttendWoken"/>, outside of every lock.</remarks>
internal sealed partial class Exchanges
{
    private readonly RequestBudget _budget;
    private readonly ConcurrentQueue<Peer> _woken = new();

    /// <summary>Whether there is room for this request now. If not, it is looked at again when that may have changed. Inside the peer's lock.</summary>
    private bool MayEnter(Exchange exchange, Peer peer, TimeSpan now)
    {
        if (peer.Network is { } network && !MayEnter(exchange, peer, network, now)) return false;
        if (_budget.TryEnter(peer)) exchange.Place = BudgetPlace.Own;
        else Wake(peer.Network?.Budget.Leave());
        return exchange.Place == BudgetPlace.Own;
    }

    /// <summary>Puts off a try beyond the policy's retries while there is no room for it.</summary>
    /// <param name="again">Whether the request had a place until now.</param>
    private bool IsLeftOut(Exchange exchange, Peer peer, bool again, TimeSpan now)
    {
        if (!exchange.Transaction!.IsBeyondRetries || now >= WaitEnd(exchange) || TryEnterBeside(exchange, peer, again)) return false;
        exchange.Transaction.PutOff(now, NextRandom());
        Schedule(exchange, exchange.Transaction.Deadline!.Value);
        return true;
    }

    private bool TryEnterBeside(Exchange exchange, Peer peer, bool again)
    {
        if (peer.Network?.Budget.TryEnterBeside(again) == false) return false;
        if (_budget.TryEnterBeside(again)) exchange.Place = BudgetPlace.Beside;
        else peer.Network?.Budget.LeaveBeside();
        return exchange.Place == BudgetPlace.Beside;
    }

    /// <summary>Gives back the place that a request has: it is over, or a try was not answered in time.</summary>
    private void Leave(Exchange exchange, Peer peer)
    {
        var place = exchange.Place;
        exchange.Place = BudgetPlace.None;
        if (place == BudgetPlace.Own)
        {
            Wake(peer.Network?.Budget.Leave());
            Wake(_budget.Leave());
        }
        else if (place == BudgetPlace.Beside)
        {
            peer.Network?.Budget.LeaveBeside();
            _budget.LeaveBeside();
        }
    }

    private void Wake(IEnumerable<Peer> peers)
    {
        foreach (var peer in peers) _woken.Enqueue(peer);
    }

    private void Wake(Peer? peer)
    {
        if (peer is not null) _woken.Enqueue(peer);
    }

    /// <summary>Lets go on whoever a budget has woken, and asks for the routers that are sought. Outside of every lock.</summary>
    private void AttendWoken()
    {
        while (_sought.TryDequeue(out var network)) AskForRouter(network);
        while (_woken.TryDequeue(out var peer))
        {
            lock (peer.Gate) if (!_closed) Pump(peer, Now);
            Wake(peer.Network?.Budget.Settle(peer));
            Wake(_budget.Settle(peer));
        }
    }
}
