using System.Text.Json;

namespace EndToEnd.Tests.Chaos;

/// <summary>What a broker has acknowledged: every value, by device, time and key. Nothing here is the gateway's own word.</summary>
internal sealed class Receipts
{
    private readonly Dictionary<(string Device, long ReadAt), Dictionary<string, string>> _polls = [];
    private readonly List<string> _contradictions = [];
    private readonly Lock _gate = new();
    private long _repeats;

    /// <summary>Messages (one poll of one device each) that have arrived, each counted once.</summary>
    public int Messages
    {
        get
        {
            lock (_gate) return _polls.Count;
        }
    }

    /// <summary>Values that have arrived, each counted once.</summary>
    public int Values
    {
        get
        {
            lock (_gate) return _polls.Values.Sum(values => values.Count);
        }
    }

    /// <summary>Values that came again, which is harmless: the server keeps one for a key and time.</summary>
    public long Repeats => Interlocked.Read(ref _repeats);

    /// <summary>Takes a payload of <c>v1/gateway/telemetry</c>: <c>{"D":[{"ts":1,"values":{"k":v}}]}</c>.</summary>
    public void Add(ReadOnlyMemory<byte> payload)
    {
        using var document = JsonDocument.Parse(payload);
        lock (_gate)
        {
            foreach (var device in document.RootElement.EnumerateObject())
                foreach (var entry in device.Value.EnumerateArray()) Add(device.Name, entry.GetProperty("ts").GetInt64(), entry.GetProperty("values"));
        }
    }

    /// <summary>Messages of which something has not arrived, or arrived as something else.</summary>
    public IReadOnlyList<StoredMessage> MissingOf(IEnumerable<StoredMessage> stored)
    {
        lock (_gate) return [.. stored.Where(message => !HasArrived(message))];
    }

    /// <summary>How many polls read from a moment on have arrived or are among these that are stored, each counted once.</summary>
    public int CountKnown(DateTimeOffset from, IEnumerable<StoredMessage> stored)
    {
        var since = from.ToUnixTimeMilliseconds();
        lock (_gate) return stored.Select(message => (message.Device, message.ReadAt)).Concat(_polls.Keys).Distinct().Count(poll => poll.ReadAt >= since);
    }

    /// <summary>How many polls of devices with such names have arrived.</summary>
    public int CountOf(string namePrefix)
    {
        lock (_gate) return _polls.Keys.Count(poll => poll.Device.StartsWith(namePrefix, StringComparison.Ordinal));
    }

    /// <summary>Everything that arrived and should not have: judged one by one, and two values for one key and time.</summary>
    public IReadOnlyList<string> Wrong(Func<string, long, string, string, string?> judge)
    {
        lock (_gate)
        {
            return [.. _contradictions, .. from poll in _polls
                                           from value in poll.Value
                                           let why = judge(poll.Key.Device, poll.Key.ReadAt, value.Key, value.Value)
                                           where why is not null
                                           select why];
        }
    }

    private void Add(string device, long readAt, JsonElement values)
    {
        if (!_polls.TryGetValue((device, readAt), out var known)) _polls[(device, readAt)] = known = [];
        foreach (var value in values.EnumerateObject())
        {
            var text = value.Value.GetRawText();
            if (known.TryAdd(value.Name, text)) continue;
            _repeats++;
            if (known[value.Name] != text) _contradictions.Add($"{device} {value.Name} at {readAt} is {known[value.Name]} and {text}");
        }
    }

    private bool HasArrived(StoredMessage message) => _polls.TryGetValue((message.Device, message.ReadAt), out var values)
        && message.Values.All(value => values.TryGetValue(value.Key, out var text) && text == value.Value);
}
