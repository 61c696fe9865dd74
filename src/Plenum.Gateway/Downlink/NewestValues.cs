using System.Text.Json;

namespace Plenum.Gateway.Downlink;

/// <summary>Shared attributes of which a write is under way, and the newest value that came meanwhile: values in between are of no interest to anyone.</summary>
internal sealed class NewestValues
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Device, string Key), JsonElement?> _underWay = [];

    /// <summary>Takes a value.</summary>
    /// <returns>True when it is to be written now; false when a write is under way, whose end asks for it by <see cref="TryNext"/>.</returns>
    public bool TryBegin((string Device, string Key) attribute, JsonElement value)
    {
        lock (_gate)
        {
            if (_underWay.TryAdd(attribute, null)) return true;
            _underWay[attribute] = value;
            return false;
        }
    }

    /// <summary>A write has ended: the value to write next, if there is one.</summary>
    public bool TryNext((string Device, string Key) attribute, out JsonElement value)
    {
        lock (_gate)
        {
            value = _underWay[attribute] ?? default;
            if (_underWay[attribute] is null) return !_underWay.Remove(attribute);
            _underWay[attribute] = null;
            return true;
        }
    }

    /// <summary>A write was broken off, and with it what would have followed.</summary>
    public void Forget((string Device, string Key) attribute)
    {
        lock (_gate) _underWay.Remove(attribute);
    }
}
