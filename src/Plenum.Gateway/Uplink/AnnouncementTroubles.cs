namespace Plenum.Gateway.Uplink;

/// <summary>Remembers, from session to session, on which device's announcement sessions broke, so that one device cannot keep all others from the server.</summary>
/// <remarks>A session that was answered nothing at all says more of the server than of a device: it takes many of those. Nobody is given up for good, because an unannounced device gets no calls. Several announcements are on their way at a time, and end on any thread.</remarks>
internal sealed class AnnouncementTroubles(TimeProvider time)
{
    /// <summary>Sessions that may break on one announcement after others were answered.</summary>
    public const int MostLosses = 3;

    private const int MostSilentLosses = 10;
    private static readonly TimeSpan GivenUpFor = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _onTheWay = new(StringComparer.Ordinal);
    private bool _hasAnswer;

    /// <summary>Whether to announce one by one, to see which it is.</summary>
    public bool AreSuspected
    {
        get { lock (_gate) return _entries.Keys.Any(device => !IsGivenUp(device)); }
    }

    /// <summary>How many sessions broke on a device: those of which none did are to come first.</summary>
    public int LossesOf(string device)
    {
        lock (_gate) return _entries.TryGetValue(device, out var entry) ? entry.Losses + entry.SilentLosses : 0;
    }

    /// <summary>Whether this device is not to be announced for the time being.</summary>
    public bool IsGivenUp(string device)
    {
        lock (_gate) return _entries.TryGetValue(device, out var entry) && entry.GivenUpAt is { } at && time.GetElapsedTime(at) < GivenUpFor;
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
            _entries.Remove(device);
            _hasAnswer = true;
        }
    }

    /// <summary>The session broke. Returns the devices that are given up because of it.</summary>
    public IReadOnlyList<string> Lost()
    {
        lock (_gate)
        {
            List<string> givenUp = [.. _onTheWay.Where(IsLastStraw)];
            _onTheWay.Clear();
            _hasAnswer = false;
            return givenUp;
        }
    }

    private bool IsLastStraw(string device)
    {
        if (!_entries.TryGetValue(device, out var entry)) _entries.Add(device, entry = new());
        if (_hasAnswer) entry.Losses++;
        else entry.SilentLosses++;
        if (entry.Losses < MostLosses && entry.SilentLosses < MostSilentLosses) return false;
        entry.GivenUpAt = time.GetTimestamp();
        return true;
    }

    private sealed class Entry
    {
        public int Losses, SilentLosses;
        public long? GivenUpAt;
    }
}
