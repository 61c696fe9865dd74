using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <summary>The last requests that changed something, and what was answered: a request that is sent again because its answer was lost gets that answer again, and is not carried out twice.</summary>
/// <remarks>
/// Clause 5.4.5 leaves this to the device. A copy is a request of the same peer with the same invoke id and the same octets, within the time in which a client repeats
/// itself. Requests that only read are not kept: to carry them out again harms nothing, and a kept answer would be an old value to a client that uses one invoke id for ever.
/// </remarks>
internal sealed class RecentRequests
{
    /// <summary>As long as the longest APDU time-outs in use are.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(15);

    private const int Most = 32;

    private readonly LinkedList<Entry> _entries = [];

    /// <summary>Whether carrying a request out twice is the same as once, and its answer may differ.</summary>
    public static bool OnlyReads(ConfirmedService service) => service is ConfirmedService.ReadProperty or ConfirmedService.ReadPropertyMultiple or ConfirmedService.ReadRange
        or ConfirmedService.AtomicReadFile or ConfirmedService.GetAlarmSummary or ConfirmedService.GetEnrollmentSummary or ConfirmedService.GetEventInformation;

    /// <summary>What a request was answered before; the time to keep it begins anew.</summary>
    public bool TryFind(in ServedRequest request, TimeSpan now, out Outcome outcome, out byte[] written)
    {
        (outcome, written) = (default, []);
        while (_entries.Last is { } oldest && oldest.Value.Until <= now) _entries.RemoveLast();
        for (var node = _entries.First; node is not null; node = node.Next)
        {
            if (!node.Value.Is(in request) || !node.Value.Content.AsSpan().SequenceEqual(request.Content)) continue;
            (outcome, written) = (node.Value.Outcome, node.Value.Written);
            _entries.Remove(node);
            _entries.AddFirst(node.Value with { Until = now + Kept });
            return true;
        }
        return false;
    }

    /// <summary>Keeps what a request was answered; what the same peer asked before with the same invoke id is forgotten.</summary>
    public void Add(in ServedRequest request, Outcome outcome, ReadOnlySpan<byte> written, TimeSpan now)
    {
        for (var node = _entries.First; node is not null; node = node.Next)
        {
            if (!node.Value.Is(in request)) continue;
            _entries.Remove(node);
            break;
        }
        if (_entries.Count == Most) _entries.RemoveLast();
        _entries.AddFirst(new Entry(request.From, request.Header.InvokeId, request.Service, request.Content.ToArray(), outcome, written.ToArray(), now + Kept));
    }

    private sealed record Entry(DeviceAddress From, byte InvokeId, ConfirmedService Service, byte[] Content, Outcome Outcome, byte[] Written, TimeSpan Until)
    {
        public bool Is(in ServedRequest request) => From == request.From && InvokeId == request.Header.InvokeId && Service == request.Service;
    }
}
