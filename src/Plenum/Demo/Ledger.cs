using System.Collections.Concurrent;
using System.Text.Json;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Served;

namespace Plenum.Demo;

/// <summary>Holds what the building served against what the server received, point by point. Neither side is the gateway's own word.</summary>
internal sealed class Ledger(TimeProvider time) : IServedObserver
{
    private static readonly TimeSpan LongestWay = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(uint Device, ObjectId Object), PointAccount> _bySource = new();
    private readonly ConcurrentDictionary<(string Device, string Key), PointAccount> _byTarget = new();
    private readonly ConcurrentQueue<string> _strangers = new();
    private long _served, _settled, _duplicates, _firstArrivalMs;

    /// <summary>Values that the building served.</summary>
    public long Served => Interlocked.Read(ref _served);

    /// <summary>Served values that reached the server, each counted once.</summary>
    public long Delivered => Interlocked.Read(ref _settled);

    /// <summary>Values that reached the server more than once.</summary>
    public long Duplicates => Interlocked.Read(ref _duplicates);

    /// <summary>How long values were on their way.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>When the first value arrived; null before.</summary>
    public DateTimeOffset? FirstArrival => Interlocked.Read(ref _firstArrivalMs) is > 0 and var ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;

    /// <summary>Opens the account of a point.</summary>
    public void Open(uint device, ObjectId id, string deviceName, string key) => _byTarget[(deviceName, key)] = _bySource.GetOrAdd((device, id), _ => new PointAccount());

    /// <inheritdoc/>
    public void OnServed(in ServedExchange exchange, ReadOnlySpan<ServedValue> values)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var served in values)
        {
            if (!_bySource.TryGetValue((exchange.Device, served.Object), out var account)) continue;
            if (!exchange.Again) Interlocked.Increment(ref _served);
            if (account.OnServed(exchange.Number, served.Value.ToNumber() ?? double.NaN, now) is { } wait) Settle(wait);
        }
    }

    /// <summary>A value reached the server.</summary>
    public void OnDelivered(Delivery delivery)
    {
        if (delivery.TimestampMs is not { } timestamp) return;   // client attributes have no time, and none of them is a point's value
        var arrived = delivery.Arrived.ToUnixTimeMilliseconds();
        Interlocked.CompareExchange(ref _firstArrivalMs, arrived, 0);
        if (!_byTarget.TryGetValue((delivery.Device, delivery.Key), out var account)) _strangers.Enqueue($"{delivery.Device} {delivery.Key} is no point of the building");
        else if (timestamp > arrived || arrived - timestamp > LongestWay.TotalMilliseconds) _strangers.Enqueue($"{delivery.Device} {delivery.Key} bears the time {timestamp}, and arrived at {arrived}");
        else if (!account.TryArrive(Number(delivery.Value), timestamp, arrived, out var wait)) Interlocked.Increment(ref _duplicates);
        else if (wait is { } known) Settle(known);
    }

    /// <summary>What is left over on either side once everything has come to rest.</summary>
    /// <param name="lateAnswers">Answers that the gateway counted as late: an exchange of which nothing arrived may be one of them.</param>
    public Balance Draw(long lateAnswers)
    {
        var open = _bySource.Values.SelectMany(account => account.OpenExchanges()).GroupBy(exchange => exchange).Select(group => (long)group.Count()).OrderDescending().ToList();
        var late = open.Take((int)Math.Min(lateAnswers, open.Count)).Sum();
        var unserved = _byTarget.SelectMany(pair => pair.Value.Unserved().Select(value => $"{pair.Key.Device} {pair.Key.Key} = {value} was not served")).ToList();
        return new(open.Sum() - late, late, unserved.Count + _strangers.Count, unserved.Concat(_strangers).FirstOrDefault());
    }

    private void Settle(long wait)
    {
        Interlocked.Increment(ref _settled);
        Latency.Add(wait);
    }

    /// <summary>A REAL has 24 bits, and so has the text that it was written as.</summary>
    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetSingle(),
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => double.NaN,
    };
}

/// <summary>What does not come out even.</summary>
/// <param name="Missing">Values that were served and did not arrive.</param>
/// <param name="Late">Values that were served in answers that came after the gateway had given their requests up.</param>
/// <param name="Wrong">Values that arrived and were never served, bear a time that cannot be, or belong to no point.</param>
/// <param name="FirstWrong">One of them, for people; null when there is none.</param>
internal readonly record struct Balance(long Missing, long Late, long Wrong, string? FirstWrong);
