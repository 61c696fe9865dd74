using System.Runtime.InteropServices;
using System.Text.Json;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Gateway.Model;
using Plenum.TestKit;

namespace Plenum.Simulation.Checks;

/// <summary>Holds what was promised (stored, and said so) against what the server has, and both against what the devices were.</summary>
internal sealed class Ledger(WallErrors wall, TimeSpan resolution, TimeSpan longestPoll)
{
    private static readonly TimeSpan Way = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, DeviceBook> _devices = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Device, long Timestamp), ulong> _promised = [];

    /// <summary>Messages that the outbox has said are safe.</summary>
    public long Stored { get; private set; }

    /// <summary>Values of time series that the server has been given, repeated ones included.</summary>
    public long Delivered { get; private set; }

    /// <summary>Values that are promised and not with the server yet.</summary>
    public int Outstanding => _promised.Count;

    /// <summary>What is wrong for good: a value that no device had.</summary>
    public string? Wrong { get; private set; }

    /// <summary>Gives back the room that it does not need now.</summary>
    public void Trim() => _promised.TrimExcess();

    /// <summary>Opens the book of a device under its name on the server.</summary>
    public void Open(string name, SimulatedDevice device) => _devices[name] = new(device);

    /// <summary>The outbox has said that a message is safe.</summary>
    public void OnStored(Message message)
    {
        Stored++;
        using var values = JsonDocument.Parse(message.Values);
        if (message.Kind != MessageKind.Telemetry) return;
        var book = _devices[message.Device];
        ref var keys = ref CollectionsMarshal.GetValueRefOrAddDefault(_promised, (message.Device, message.TimestampMs), out _);
        foreach (var value in values.RootElement.EnumerateObject()) keys |= Check(message.Device, book, message.TimestampMs, value, "stored");
    }

    /// <summary>The server has got a publish.</summary>
    public void OnTaken(string topic, ReadOnlyMemory<byte> payload)
    {
        if (topic != ThingsBoard.Topics.Telemetry) return;
        using var json = JsonDocument.Parse(payload);
        foreach (var device in json.RootElement.EnumerateObject())
        {
            if (!_devices.TryGetValue(device.Name, out var book))
            {
                Wrong ??= $"the server was given values of \"{device.Name}\", which is no device";
                continue;
            }
            foreach (var entry in device.Value.EnumerateArray()) OnEntry(device.Name, book, entry);
        }
    }

    /// <summary>What was promised and is not with the server, although it had the time to come there.</summary>
    /// <param name="now">What the wall clock shows, which is right.</param>
    /// <returns>Of how many messages something is missing, and which is the oldest; null when nothing is.</returns>
    public string? Missing(DateTimeOffset now)
    {
        var missing = _promised.Keys.Where(key => Math.Abs(now.ToUnixTimeMilliseconds() - key.Timestamp) > Way.TotalMilliseconds).OrderBy(key => key.Timestamp).ToList();
        return missing.Count == 0 ? null : $"{missing.Count} stored messages are missing, the first {missing[0].Device} at {DateTimeOffset.FromUnixTimeMilliseconds(missing[0].Timestamp):O}";
    }

    private void OnEntry(string device, DeviceBook book, JsonElement entry)
    {
        var timestamp = entry.GetProperty("ts").GetInt64();
        ulong keys = 0;
        foreach (var value in entry.GetProperty("values").EnumerateObject()) keys |= Check(device, book, timestamp, value, "delivered");
        Delivered += System.Numerics.BitOperations.PopCount(keys);
        if (!_promised.TryGetValue((device, timestamp), out var open)) return;
        if ((open & ~keys) == 0) _promised.Remove((device, timestamp));
        else _promised[(device, timestamp)] = open & ~keys;
    }

    /// <summary>Whether the device had this value at a time that the timestamp can be of.</summary>
    private ulong Check(string device, DeviceBook book, long timestamp, JsonProperty value, string how)
    {
        if (book.Place(value.Name) is not { } place)
        {
            Wrong ??= $"{how}: {device} has no point \"{value.Name}\"";
            return 0;
        }
        var was = wall.TimesOf(timestamp).Any(at => book.Had(place, value.Value, TickAt(at - longestPoll), TickAt(at)));
        if (!was) Wrong ??= $"{how}: {device} {value.Name} = {value.Value} with the time {DateTimeOffset.FromUnixTimeMilliseconds(timestamp):O}, and it never was that then";
        return 1UL << place;
    }

    private long TickAt(TimeSpan at) => Math.Max(0, at.Ticks / resolution.Ticks);

    private sealed class DeviceBook(SimulatedDevice device)
    {
        private readonly List<ObjectId> _points = [.. device.Points];
        private readonly Dictionary<string, int> _places = device.Points.Select((point, place) => (point, place)).ToDictionary(pair => pair.point.ToString(), pair => pair.place, StringComparer.Ordinal);

        public int? Place(string key) => _places.TryGetValue(key, out var place) ? place : null;

        public bool Had(int place, JsonElement value, long first, long last) =>
            DeliveredValue.Of(_points[place].Type, value) is { } was && device.SignalOf(_points[place]).Has(was, first, last);
    }
}
