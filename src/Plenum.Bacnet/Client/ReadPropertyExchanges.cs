using System.Collections.Concurrent;

namespace Plenum.Bacnet.Client;

/// <summary>Exchanges for single reads, kept for the next one.</summary>
internal sealed class ReadPropertyExchanges
{
    private readonly ConcurrentBag<ReadPropertyExchange> _free = [];

    public ReadPropertyExchange Rent() => _free.TryTake(out var exchange) ? exchange : new();

    public void Return(ReadPropertyExchange exchange) => _free.Add(exchange);
}
