using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Messages;

namespace Plenum.Captures;

/// <summary>Puts segmented messages together for a bystander, who sees what both sides send and needs none of their acknowledgements (clause 5.4).</summary>
internal sealed class SegmentCollector
{
    private const int MostOpen = 256;

    private readonly Dictionary<TransferKey, SegmentTransfer> _transfers = [];
    private readonly List<string> _givenUp = [];

    /// <summary>Messages put together.</summary>
    public int Assembled { get; private set; }

    /// <summary>Adds a segment; returns the frame with the whole message when none is missing, else with a note on what is.</summary>
    /// <param name="frame">The frame, whose message is a segment.</param>
    /// <param name="content">The segment's own octets.</param>
    public DecodedFrame Add(DecodedFrame frame, ReadOnlySpan<byte> content)
    {
        var apdu = frame.Message.Apdu!.Value;
        TransferKey key = new(frame.Source, frame.Destination, apdu.Type, apdu.InvokeId);
        var transfer = Find(key, apdu.SequenceNumber, content, frame.Number);
        if (!transfer.TryAdd(apdu.SequenceNumber, apdu.MoreFollows, content, frame.Number)) return frame with { Note = "this segment was there before", IsRetransmission = true };
        if (!transfer.IsComplete) return frame with { Note = NoteOn(transfer) };
        Assembled++;
        return frame with { Message = MessageReader.ReadAssembled(frame.Message, transfer.Join()), Segments = transfer.Frames };
    }

    /// <summary>The messages that are not whole, each with what is missing of it.</summary>
    public IEnumerable<string> Incomplete() => [.. _givenUp, .. _transfers.Where(entry => !entry.Value.IsComplete).Select(Tell)];

    private SegmentTransfer Find(TransferKey key, byte sequence, ReadOnlySpan<byte> content, int frame)
    {
        if (_transfers.TryGetValue(key, out var transfer))
        {
            if (!transfer.IsOfAnother(sequence, content)) return transfer;
            GiveUp(key, transfer);
        }
        if (_transfers.Count >= MostOpen) GiveUpOldest();
        return _transfers[key] = new(frame);
    }

    private void GiveUpOldest()
    {
        var (key, transfer) = _transfers.MinBy(entry => entry.Value.FirstFrame);
        GiveUp(key, transfer);
    }

    private void GiveUp(TransferKey key, SegmentTransfer transfer)
    {
        if (!transfer.IsComplete && _givenUp.Count < MostOpen) _givenUp.Add(Tell(KeyValuePair.Create(key, transfer)));
        _transfers.Remove(key);
    }

    private static string? NoteOn(SegmentTransfer transfer) => transfer.Missing.Numbers is { Count: > 0 } missing ? $"waits for {Segments(missing)}" : null;

    private static string Tell(KeyValuePair<TransferKey, SegmentTransfer> entry)
    {
        var (missing, endSeen) = entry.Value.Missing;
        string[] lacks = [.. missing.Count > 0 ? [Segments(missing)] : Array.Empty<string>(), .. endSeen ? Array.Empty<string>() : ["its end"]];
        return $"the segmented message #{entry.Key.InvokeId} from {entry.Key.Source} to {entry.Key.Destination}, begun in frame {entry.Value.FirstFrame}, lacks {string.Join(" and ", lacks)}";
    }

    private static string Segments(IReadOnlyList<int> numbers) => $"segment{(numbers.Count == 1 ? "" : "s")} {string.Join(", ", numbers)}";

    private readonly record struct TransferKey(Station Source, Station Destination, PduType Type, byte InvokeId);
}
