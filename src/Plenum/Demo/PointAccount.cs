namespace Plenum.Demo;

/// <summary>One point's account: what the building said, and what reached the server. An exchange is settled once one of the values served in it has arrived.</summary>
/// <remarks>The two sides are told by different threads: a value may be seen arriving before it is seen being served, and waits here for its other half.</remarks>
internal sealed class PointAccount
{
    private const int Remembered = 64;

    private readonly List<Served> _served = [];
    private readonly List<Arrived> _arrived = [];
    private readonly Queue<long> _settled = new();
    private readonly Queue<long> _timestamps = new();
    private readonly Lock _gate = new();

    /// <summary>The building served a value; the same exchange may serve again when its request was repeated.</summary>
    /// <returns>How long the value was on its way, if it has arrived already; null otherwise.</returns>
    public long? OnServed(long exchange, double value, long servedMs)
    {
        lock (_gate)
        {
            if (_settled.Contains(exchange)) return null;
            var match = _arrived.FindIndex(arrived => arrived.Value == value);
            if (match < 0)
            {
                _served.Add(new(exchange, value, servedMs));
                return null;
            }
            var wait = _arrived[match].ArrivedMs - servedMs;
            _arrived.RemoveAt(match);
            Settle(exchange);
            return Math.Max(0, wait);
        }
    }

    /// <summary>A value reached the server, with the time that it bears.</summary>
    /// <param name="wait">How long it was on its way, if it is known to have been served; null otherwise.</param>
    /// <returns>False when it is one that arrived before.</returns>
    public bool TryArrive(double value, long timestampMs, long arrivedMs, out long? wait)
    {
        wait = null;
        lock (_gate)
        {
            if (_timestamps.Contains(timestampMs)) return false;
            Remember(_timestamps, timestampMs);
            var match = _served.FindIndex(served => served.Value == value);
            if (match < 0)
            {
                _arrived.Add(new(value, arrivedMs));
                return true;
            }
            wait = Math.Max(0, arrivedMs - _served[match].ServedMs);
            Settle(_served[match].Exchange);
            return true;
        }
    }

    /// <summary>Exchanges of which nothing has arrived.</summary>
    public IReadOnlyList<long> OpenExchanges()
    {
        lock (_gate) return [.. _served.Select(served => served.Exchange).Distinct()];
    }

    /// <summary>Values that arrived and that nobody has served.</summary>
    public IReadOnlyList<double> Unserved()
    {
        lock (_gate) return [.. _arrived.Select(arrived => arrived.Value)];
    }

    private void Settle(long exchange)
    {
        _served.RemoveAll(served => served.Exchange == exchange);
        Remember(_settled, exchange);
    }

    private static void Remember(Queue<long> memory, long number)
    {
        memory.Enqueue(number);
        if (memory.Count > Remembered) memory.Dequeue();
    }

    private readonly record struct Served(long Exchange, double Value, long ServedMs);

    private readonly record struct Arrived(double Value, long ArrivedMs);
}
