using Plenum.Gateway.Outbox;

namespace Plenum.Gateway.Uplink;

/// <summary>Finds the message that the server will not have, so that it does not keep the others from it.</summary>
/// <remarks>
/// A publish that is refused, or that was on its way in session after session that broke, makes its messages suspects. A
/// suspect is sent alone, after the others. One that has failed alone several times while the server took others meanwhile is
/// hopeless. While the server takes nothing at all, nothing is hopeless: then it is not the message's fault. Nor is a session that breaks
/// while the server has taken nothing else in it, or right after much else was sent, as one does whose server limits the rate. A device with a
/// hopeless message gets no further credit: its messages are sent alone, and are refused once only, until one is taken.
/// </remarks>
internal sealed class Suspects(TimeProvider time)
{
    /// <summary>Sessions that may break with a message on its way before it is suspected.</summary>
    public const int LossesInCompany = 3;

    /// <summary>How often a message may fail alone.</summary>
    public const int FailuresAlone = 3;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private readonly Dictionary<long, Entry> _entries = [];
    private readonly HashSet<string> _discredited = new(StringComparer.Ordinal);
    private long _acknowledged;

    /// <summary>A clock that nobody can set.</summary>
    private TimeSpan Now => time.GetElapsedTime(0);

    /// <summary>Whether a message must be sent alone.</summary>
    public bool IsSuspect(StoredMessage stored) =>
        _discredited.Contains(stored.Message.Device) || (_entries.TryGetValue(stored.Id, out var entry) && entry.IsAlone);

    /// <summary>How long to wait before a suspect is sent (again).</summary>
    public TimeSpan PauseBefore(StoredMessage stored) =>
        _entries.TryGetValue(stored.Id, out var entry) && entry.NotBefore - Now is { Ticks: > 0 } pause ? pause : TimeSpan.Zero;

    /// <summary>The suspect to send next: of those whose pause is over the one that failed least, so that the others come before the culprit. Null if there is none.</summary>
    public StoredMessage? Next(IEnumerable<StoredMessage> suspects) =>
        suspects.Where(stored => PauseBefore(stored) == TimeSpan.Zero).Cast<StoredMessage?>()
            .MinBy(stored => _entries.TryGetValue(stored!.Value.Id, out var entry) ? entry.Failures : 0);

    /// <summary>Whether a session broke already when the message was sent alone: the next time nothing else may have been sent for a moment.</summary>
    public bool NeedsCalm(StoredMessage stored) => _entries.TryGetValue(stored.Id, out var entry) && entry.Breaks > 0;

    /// <summary>A publish with several messages was refused.</summary>
    public void RefusedInCompany(IEnumerable<StoredMessage> messages)
    {
        foreach (var stored in messages) Get(stored.Id).IsAlone = true;
    }

    /// <summary>A session broke with these messages on their way.</summary>
    public void LostInCompany(IEnumerable<StoredMessage> messages)
    {
        foreach (var stored in messages)
        {
            var entry = Get(stored.Id);
            entry.IsAlone |= ++entry.Losses >= LossesInCompany;
        }
    }

    /// <summary>A message was refused, or its session broke, when it was sent alone. True if it is hopeless.</summary>
    /// <param name="isAnswer">The server refused it; false if the session broke, which may have other causes.</param>
    public bool FailedAlone(StoredMessage stored, bool isAnswer)
    {
        var entry = Get(stored.Id);
        entry.IsAlone = true;
        if (entry.Failures++ == 0) entry.AcknowledgedBefore = _acknowledged;
        if (!isAnswer) entry.Breaks++;
        var hasNoCredit = isAnswer && _discredited.Contains(stored.Message.Device);
        var isHopeless = hasNoCredit || (entry.Failures >= FailuresAlone && _acknowledged > entry.AcknowledgedBefore);
        if (isHopeless)
        {
            _entries.Remove(stored.Id);
            _discredited.Add(stored.Message.Device);
            return true;
        }
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(entry.Failures - 1, 10)));
        entry.NotBefore = Now + (pause < LongestPause ? pause : LongestPause);
        return false;
    }

    /// <summary>The server has these messages; others may now have luck too.</summary>
    public void Acknowledged(IReadOnlyList<StoredMessage> messages)
    {
        _acknowledged += messages.Count;
        if (_entries.Count == 0 && _discredited.Count == 0) return;
        foreach (var stored in messages)
        {
            if (_entries.Remove(stored.Id, out var entry) && entry.Failures > 0) ForgetPauses();
            _discredited.Remove(stored.Message.Device);
        }
    }

    /// <summary>Forgets messages that are older than the oldest stored one: the outbox has dropped them.</summary>
    public void ForgetBefore(long oldest)
    {
        foreach (var id in _entries.Keys.Where(id => id < oldest).ToList()) _entries.Remove(id);
    }

    private void ForgetPauses()
    {
        foreach (var entry in _entries.Values) entry.NotBefore = default;
    }

    private Entry Get(long id) => _entries.TryGetValue(id, out var entry) ? entry : _entries[id] = new();

    private sealed class Entry
    {
        public int Losses, Failures, Breaks;
        public bool IsAlone;
        public long AcknowledgedBefore;
        public TimeSpan NotBefore; // by Now
    }
}
