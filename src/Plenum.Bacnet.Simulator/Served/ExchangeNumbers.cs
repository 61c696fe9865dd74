using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Simulator.Served;

/// <summary>Numbers the exchanges of one device and knows a request that is sent again: the same client, invoke id and octets within 30 s.</summary>
/// <remarks>A client that reads the same list very fast comes round to the same id and octets within that time; a request that many others of the client lie
/// between is therefore a new one.</remarks>
internal sealed class ExchangeNumbers(NumberSource numbers)
{
    private const int MostClients = 64;
    private const int RequestsBetween = 128;

    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);

    private readonly Dictionary<DeviceAddress, Client> _clients = [];

    /// <summary>The exchange that a request belongs to.</summary>
    public Exchange Of(DeviceAddress client, byte invokeId, ReadOnlySpan<byte> request, TimeSpan now)
    {
        var known = ClientAt(client, now);
        known.LastHeard = now;
        var hash = Hash(request);
        var exchange = known.Exchanges[invokeId];
        if (exchange is not null && exchange.Hash == hash && now - exchange.LastAsked <= Memory && known.Requests - exchange.Ordinal <= RequestsBetween)
        {
            exchange.LastAsked = now;
            return exchange;
        }
        exchange ??= known.Exchanges[invokeId] = new();
        (exchange.Number, exchange.Hash, exchange.Ordinal) = (numbers.Next(), hash, ++known.Requests);
        (exchange.LastAsked, exchange.Told) = (now, false);
        return exchange;
    }

    private Client ClientAt(DeviceAddress address, TimeSpan now)
    {
        if (_clients.TryGetValue(address, out var client)) return client;
        if (_clients.Count >= MostClients) Forget(now);
        return _clients[address] = new();
    }

    /// <summary>Makes room: first those who have been silent too long to send a request again, else everyone.</summary>
    private void Forget(TimeSpan now)
    {
        foreach (var (address, client) in _clients)
            if (now - client.LastHeard > Memory) _clients.Remove(address);
        if (_clients.Count >= MostClients) _clients.Clear();
    }

    /// <summary>FNV-1a of 64 bits.</summary>
    private static ulong Hash(ReadOnlySpan<byte> octets)
    {
        var hash = 0xCBF2_9CE4_8422_2325;
        foreach (var octet in octets) hash = (hash ^ octet) * 0x100_0000_01B3;
        return hash;
    }

    /// <summary>A request and its retransmissions.</summary>
    internal sealed class Exchange
    {
        public long Number { get; set; }

        /// <summary>Whether an acknowledgement of it has gone out.</summary>
        public bool Told { get; set; }

        public ulong Hash { get; set; }
        public long Ordinal { get; set; }
        public TimeSpan LastAsked { get; set; }
    }

    private sealed class Client
    {
        public Exchange?[] Exchanges { get; } = new Exchange?[256];
        public long Requests { get; set; }
        public TimeSpan LastHeard { get; set; }
    }
}

/// <summary>Counts from 1, for everyone who shares it.</summary>
internal sealed class NumberSource
{
    private long _last;

    public long Next() => Interlocked.Increment(ref _last);
}
