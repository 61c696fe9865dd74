namespace Plenum.Gateway.Downlink;

/// <summary>Counts the calls under way, of each device and of all: calls of one that does not answer must not take the others' room.</summary>
internal sealed class RunningCalls
{
    /// <summary>Most at once of all devices.</summary>
    public const int Most = 256;

    /// <summary>Most at once of one device.</summary>
    public const int MostOfOne = 32;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _ofDevice = new(StringComparer.Ordinal);
    private int _all;

    /// <summary>Takes a call in.</summary>
    /// <returns>Why not; null when it is in, and <see cref="Leave"/> is owed.</returns>
    public string? TryEnter(string device)
    {
        lock (_gate)
        {
            var ofDevice = _ofDevice.GetValueOrDefault(device);
            if (ofDevice >= MostOfOne) return $"too many calls of this device at once ({MostOfOne}): try again when they are answered";
            if (_all >= Most) return $"too many calls at once ({Most}): try again";
            _ofDevice[device] = ofDevice + 1;
            _all++;
            return null;
        }
    }

    /// <summary>A call that was taken in is over.</summary>
    public void Leave(string device)
    {
        lock (_gate)
        {
            _all--;
            if (--_ofDevice[device] == 0) _ofDevice.Remove(device);
        }
    }
}
