using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;

namespace Plenum.Gateway.Uplink;

/// <summary>Which stored messages are sent next.</summary>
/// <remarks>
/// As long as little waits, everything goes in the order stored. When much waits, and fresh values are to go first, it is taken in two
/// lanes: the backlog from its beginning up to a mark, and what came after the mark. The fresh lane has precedence, four reads to one of the backlog.
/// Attributes have no timestamp: an old one that came after a new one would stand in its place. They stay in the backlog's lane, in the order
/// stored, which so passes the mark and gathers them until it meets the fresh lane; then there is one lane again. Decision 0023.
/// </remarks>
internal sealed class SendingTurns(IOutbox outbox, bool freshFirst)
{
    /// <summary>Most messages read at once.</summary>
    public const int AtOnce = 256;

    /// <summary>Reads of the fresh lane for one of the backlog.</summary>
    public const int FreshReads = 4;

    private long _after;   // up to here everything was taken; the backlog's lane, where there are two
    private long _mark;    // the end of the backlog
    private long _fresh;   // up to here the telemetry above the mark was taken
    private bool _isSplit;
    private int _freshReads;

    /// <summary>Up to which message all was looked at: what comes above it is new.</summary>
    public long Seen => _isSplit ? _fresh : _after;

    /// <summary>The next messages, and whether they should leave at once instead of waiting for company.</summary>
    public (IReadOnlyList<StoredMessage> Messages, bool IsUrgent) Next()
    {
        if (freshFirst && !_isSplit && outbox.Newest - _after > AtOnce) Split();
        while (_isSplit)
        {
            if (_freshReads++ < FreshReads && NextFresh() is { Messages.Count: > 0 } fresh) return fresh;
            _freshReads = 0;
            if (NextOfBacklog() is { Count: > 0 } backlog) return (backlog, IsUrgent: false);
        }
        var next = outbox.Read(_after, AtOnce);
        if (next.Count > 0) _after = next[^1].Id;
        return (next, IsUrgent: next.Count < AtOnce);
    }

    /// <summary>Begins again at the oldest message that waits.</summary>
    public void Rewind() => (_after, _isSplit, _freshReads) = (0, false, 0);

    private void Split() => (_isSplit, _mark, _fresh, _freshReads) = (true, outbox.Newest, outbox.Newest, 0);

    private (IReadOnlyList<StoredMessage> Messages, bool IsUrgent) NextFresh()
    {
        var read = outbox.Read(_fresh, AtOnce);
        if (read.Count > 0) _fresh = read[^1].Id;
        return ([.. read.Where(stored => stored.Message.Kind == MessageKind.Telemetry)], IsUrgent: read.Count < AtOnce);
    }

    private List<StoredMessage> NextOfBacklog()
    {
        var read = outbox.Read(_after, AtOnce);
        _after = read.Count == 0 ? _fresh : Math.Min(read[^1].Id, _fresh);
        if (_after >= _fresh) _isSplit = false;
        return [.. read.Where(stored => stored.Id <= _mark || (stored.Id <= _fresh && stored.Message.Kind == MessageKind.Attributes))];
    }
}
