using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Frames;

/// <summary>One BACnet/IP datagram, taken apart (annex J over clause 6 over clause 20.1).</summary>
public readonly ref struct BipFrame
{
    /// <summary>Octets before the APDU in what <see cref="Encode"/> writes, at most.</summary>
    public const int MaxOverhead = BvlcHeader.Size + NpduHeader.MaxSize;

    /// <summary>The largest datagram that BACnet/IP sends: the largest APDU and everything before it.</summary>
    public const int MaxSize = MaxOverhead + ApduSizes.Largest;

    private BipFrame(BvlcHeader link, NpduHeader network, DeviceAddress source, ApduHeader apdu, ReadOnlySpan<byte> content)
    {
        (Link, Network, Source, Apdu) = (link, network, source, apdu);
        Content = content;
    }

    /// <summary>The link header.</summary>
    public BvlcHeader Link { get; }

    /// <summary>The network header.</summary>
    public NpduHeader Network { get; }

    /// <summary>Who is talking to us: the sender, the origin of a forwarded message, the device behind a router.</summary>
    public DeviceAddress Source { get; }

    /// <summary>The APDU's header; default unless <see cref="HasApdu"/>.</summary>
    public ApduHeader Apdu { get; }

    /// <summary>The service's octets; of a message of the link or network layer, its content.</summary>
    public ReadOnlySpan<byte> Content { get; }

    /// <summary>Whether there is an NPDU inside; otherwise the message is the link layer's own.</summary>
    public bool HasNpdu => Link.Function is BvlcFunction.OriginalUnicastNpdu or BvlcFunction.OriginalBroadcastNpdu
        or BvlcFunction.ForwardedNpdu or BvlcFunction.DistributeBroadcastToNetwork;

    /// <summary>Whether there is an APDU inside; otherwise the message is the network layer's own.</summary>
    public bool HasApdu => HasNpdu && Network.NetworkMessage is null;

    /// <summary>Whether it was sent to this device alone: only then may a confirmed request be answered (clause 5.4.5.1).</summary>
    public bool IsUnicastToUs => Link.Function == BvlcFunction.OriginalUnicastNpdu && Network.Destination.IsNone;

    /// <summary>Takes a datagram apart.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> datagram, DeviceAddress from, out BipFrame frame, out DecodeError error)
    {
        frame = default;
        if (!BvlcHeader.TryDecode(datagram, out var link, out var content, out error)) return false;
        frame = new(link, default, from, default, content);
        if (!frame.HasNpdu) return true;
        if (!NpduHeader.TryDecode(content, out var network, out content, out error)) return false;
        var source = (link.Function == BvlcFunction.ForwardedNpdu ? link.Origin : from) with { Remote = network.Source };
        frame = new(link, network, source, default, content);
        if (!frame.HasApdu) return true;
        if (!ApduHeader.TryDecode(content, out var apdu, out content, out error)) return false;
        frame = new(link, network, source, apdu, content);
        return true;
    }

    /// <summary>Writes the headers before an APDU's own octets, and with them the whole datagram.</summary>
    /// <param name="target">At least <see cref="MaxSize"/> octets.</param>
    /// <param name="function">Unicast or broadcast.</param>
    /// <param name="network">The network header.</param>
    /// <param name="apdu">The whole APDU.</param>
    /// <returns>The datagram's length.</returns>
    public static int Encode(Span<byte> target, BvlcFunction function, NpduHeader network, ReadOnlySpan<byte> apdu)
    {
        if (function == BvlcFunction.ForwardedNpdu) throw new ArgumentException("a forwarded NPDU carries its origin, which only a BBMD writes", nameof(function));
        var at = BvlcHeader.Size + network.Encode(target[BvlcHeader.Size..]);
        apdu.CopyTo(target[at..]);
        at += apdu.Length;
        new BvlcHeader(function).Encode(target, at);
        return at;
    }
}
