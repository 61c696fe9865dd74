using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Untagged;

namespace Plenum.Bacnet.Protocol.Bvlc;

/// <summary>Writes whole datagrams of the link layer (clause J.2).</summary>
public static class BvlcDatagram
{
    /// <summary>What follows the link header.</summary>
    public delegate void Content(ref OctetWriter writer);

    /// <summary>A message whose content is written by <paramref name="content"/>; none for a message that is a header alone, such as Read-Broadcast-Distribution-Table.</summary>
    /// <returns>The datagram's length.</returns>
    public static int Encode(Span<byte> target, BvlcFunction function, Content? content = null)
    {
        var writer = new OctetWriter(target[BvlcHeader.Size..]);
        content?.Invoke(ref writer);
        new BvlcHeader(function).Encode(target, BvlcHeader.Size + writer.Length);
        return BvlcHeader.Size + writer.Length;
    }

    /// <summary>An NPDU as it is: Original-Unicast, Original-Broadcast, Distribute-Broadcast-To-Network, or Forwarded-NPDU with its origin (clause J.2.5).</summary>
    /// <returns>The datagram's length.</returns>
    public static int Encode(Span<byte> target, BvlcFunction function, ReadOnlySpan<byte> npdu, DeviceAddress origin = default)
    {
        var header = new BvlcHeader(function, origin);
        var size = function == BvlcFunction.ForwardedNpdu ? BvlcHeader.ForwardedSize : BvlcHeader.Size;
        npdu.CopyTo(target[size..]);
        header.Encode(target, size + npdu.Length);
        return size + npdu.Length;
    }
}
