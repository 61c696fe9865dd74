using Plenum.Gateway.Model;

namespace Plenum.Gateway.Mapping;

/// <summary>A message made of a poll, to be stored and then confirmed.</summary>
public sealed class MappedMessage
{
    private readonly (SentValue Sent, Value Value)[] _values;
    private readonly long _now;

    internal MappedMessage(Message message, (SentValue, Value)[] values, long now) => (Message, _values, _now) = (message, values, now);

    /// <summary>What to store.</summary>
    public Message Message { get; }

    /// <summary>Says that the message is stored: its values are what later ones are compared with. Without this call they are as if never read.</summary>
    public void Confirm()
    {
        foreach (var (sent, value) in _values) sent.Confirm(value, _now);
    }
}
