using Plenum.Bacnet.Protocol.Apdu;

namespace Plenum.Captures;

/// <summary>Requests that wait for their answer, to tell one that is sent again. Bounded: when there are too many, all are forgotten.</summary>
internal sealed class Requests
{
    private const int Most = 65_536;

    private readonly Dictionary<(Station Asker, Station Asked, byte InvokeId), int> _open = [];

    /// <summary>Takes note of a frame; whether it is a request that was there before and has not been answered since.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="octets">The service's own octets.</param>
    public bool IsRepeated(DecodedFrame frame, ReadOnlySpan<byte> octets)
    {
        if (frame.Message.Apdu is not { } apdu) return false;
        if (apdu.Type == PduType.ConfirmedRequest) return !apdu.Segmented && IsOpen((frame.Source, frame.Destination, apdu.InvokeId), apdu.Service, octets);
        if (apdu.Type is not (PduType.UnconfirmedRequest or PduType.SegmentAck)) _open.Remove((frame.Destination, frame.Source, apdu.InvokeId));
        return false;
    }

    private bool IsOpen((Station, Station, byte) key, byte service, ReadOnlySpan<byte> octets)
    {
        var hash = new HashCode();
        hash.Add(service);
        hash.AddBytes(octets);
        var content = hash.ToHashCode();
        if (_open.TryGetValue(key, out var before) && before == content) return true;
        if (_open.Count >= Most) _open.Clear();
        _open[key] = content;
        return false;
    }
}
