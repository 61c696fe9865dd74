using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Server;

/// <summary>The last requests that were put together from segments, kept while their last segment may come again: a few, for a while.</summary>
internal sealed class TakenRequests
{
    private const int Most = 16;

    private readonly Queue<(ServerTransfer Transfer, TimeSpan Until)> _taken = new();

    public void Add(ServerTransfer transfer, TimeSpan now)
    {
        if (_taken.Count == Most) _taken.Dequeue();
        _taken.Enqueue((transfer, now + RecentRequests.Kept));
    }

    /// <summary>The last one of a peer with an invoke id.</summary>
    public ServerTransfer? Find(DeviceAddress from, byte invokeId, TimeSpan now)
    {
        while (_taken.TryPeek(out var oldest) && oldest.Until <= now) _taken.Dequeue();
        return _taken.LastOrDefault(taken => taken.Transfer.Is(from, invokeId)).Transfer;
    }
}
