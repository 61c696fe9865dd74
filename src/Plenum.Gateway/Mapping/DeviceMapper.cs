using Plenum.Gateway.Model;

namespace Plenum.Gateway.Mapping;

/// <summary>Makes messages of what the polls of one device have read: applies each key's report strategy, and writes all values of a poll that are to be sent into one message of each kind.</summary>
/// <remarks>
/// What a value is compared with is the last one that is safe: a message counts as sent once <see cref="MappedMessage.Confirm"/> is called, after the
/// outbox has stored it, so that a change that could not be stored is a change still at the next poll. A value is only ever sent with the time at
/// which it was read; a device that falls silent is silent on the server too. Not thread-safe: one poll after the other.
/// </remarks>
/// <param name="time">Measures the report periods, by its monotonic clock: setting the wall clock neither holds back nor repeats a value.</param>
public sealed class DeviceMapper(TimeProvider time)
{
    private readonly Dictionary<(MessageKind Kind, string Key), SentValue> _sent = [];
    private readonly MessageBuilder _telemetry = new(MessageKind.Telemetry);
    private readonly MessageBuilder _attributes = new(MessageKind.Attributes);
    private long _poll;

    /// <summary>The messages for what a poll has read: at most one of telemetry and one of attributes, none when nothing is due.</summary>
    /// <remarks>A key that comes twice in a poll is taken the first time: a JSON object has a key once.</remarks>
    public IReadOnlyList<MappedMessage> Map(DeviceReadings readings)
    {
        _poll++;
        var now = time.GetTimestamp();
        foreach (var reading in readings.Readings)
        {
            var sent = SentOf(reading);
            if (sent.SeenInPoll == _poll) continue;
            sent.SeenInPoll = _poll;
            if (!sent.IsDue(reading, now, time)) continue;
            (reading.Kind == MessageKind.Telemetry ? _telemetry : _attributes).Add(reading, sent);
        }
        List<MappedMessage> messages = [];
        if (_telemetry.Finish(readings, now) is { } telemetry) messages.Add(telemetry);
        if (_attributes.Finish(readings, now) is { } attributes) messages.Add(attributes);
        return messages;
    }

    private SentValue SentOf(Reading reading)
    {
        if (_sent.TryGetValue((reading.Kind, reading.Key), out var known)) return known;
        return _sent[(reading.Kind, reading.Key)] = new();
    }
}
