namespace Plenum.Gateway.Uplink;

/// <summary>Remembers, from session to session, on which device's announcement sessions broke, so that one device cannot keep all others from the server. Announcements end on any thread.</summary>
internal sealed class AnnouncementTroubles
{
    /// <summary>Sessions in a row that may break on one announcement.</summary>
    public const int MostLosses = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _losses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _onTheWay = new(StringComparer.Ordinal);

    /// <summary>Whether to announce one by one, to see which it is.</summary>
    public bool AreSuspected
    {
        get { lock (_gate) return _losses.Values.Any(losses => losses < MostLosses); }
    }

    /// <summary>Whether this device is not to be announced any more.</summary>
    public bool IsGivenUp(string device)
    {
        lock (_gate) return _losses.TryGetValue(device, out var losses) && losses >= MostLosses;
    }

    /// <summary>An announcement is on its way.</summary>
    public void Begin(string device)
    {
        lock (_gate) _onTheWay.Add(device);
    }

    /// <summary>It was answered.</summary>
    public void End(string device)
    {
        lock (_gate)
        {
            _onTheWay.Remove(device);
            _losses.Remove(device);
        }
    }

    /// <summary>The session broke. Returns the devices that are given up because of it.</summary>
    public IReadOnlyList<string> Lost()
    {
        List<string> givenUp = [];
        lock (_gate)
        {
            foreach (var device in _onTheWay)
            {
                var losses = _losses[device] = _losses.GetValueOrDefault(device) + 1;
                if (losses == MostLosses) givenUp.Add(device);
            }
            _onTheWay.Clear();
        }
        return givenUp;
    }
}
