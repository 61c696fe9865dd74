using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Npdu;

/// <summary>The network layer's header (clause 6.2): who it is for and who it is from when that is behind a router.</summary>
/// <param name="Destination">DNET and DADR; none for a message to this link.</param>
/// <param name="Source">SNET and SADR; none for a message from this link.</param>
/// <param name="ExpectsReply">Whether a confirmed request, or a segment that is answered, is inside.</param>
/// <param name="Priority">0 normal, 1 urgent, 2 critical equipment, 3 life safety.</param>
/// <param name="HopCount">Routers that the message may still pass; 255 at its start.</param>
/// <param name="NetworkMessage">The type of a message of the network layer itself; null when an APDU is inside.</param>
public readonly record struct NpduHeader(NetworkAddress Destination, NetworkAddress Source, bool ExpectsReply, byte Priority = 0, byte HopCount = 255, byte? NetworkMessage = null)
{
    /// <summary>The longest header that is ever written.</summary>
    public const int MaxSize = 2 + (2 * (3 + NetworkAddress.MaxMacLength)) + 2;

    private const byte Version = 1;
    private const byte NetworkLayer = 0x80, HasDestination = 0x20, HasSource = 0x08, ExpectingReply = 0x04;

    /// <summary>Reads a header and hands out what follows it: an APDU, or a network message's content.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> npdu, out NpduHeader header, out ReadOnlySpan<byte> content, out DecodeError error)
    {
        header = default;
        content = npdu;
        error = DecodeError.None;
        if (npdu.Length < 2) return Fail(DecodeError.Truncated, out error);
        if (npdu[0] != Version) return Fail(DecodeError.UnknownHeader, out error);
        var control = npdu[1];
        content = npdu[2..];
        NetworkAddress destination = default, source = default;
        byte hopCount = 255;
        if ((control & HasDestination) != 0 && !TryReadAddress(ref content, mayBeBroadcast: true, out destination, out error)) return false;
        if ((control & HasSource) != 0 && !TryReadAddress(ref content, mayBeBroadcast: false, out source, out error)) return false;
        if ((control & HasDestination) != 0 && !TryReadOctet(ref content, out hopCount)) return Fail(DecodeError.Truncated, out error);
        byte? message = null;
        if ((control & NetworkLayer) != 0)
        {
            if (!TryReadOctet(ref content, out var type)) return Fail(DecodeError.Truncated, out error);
            message = type;
        }
        header = new(destination, source, (control & ExpectingReply) != 0, (byte)(control & 3), hopCount, message);
        return true;
    }

    /// <summary>Writes the header.</summary>
    /// <returns>How many octets it takes, at most <see cref="MaxSize"/>.</returns>
    public int Encode(Span<byte> target)
    {
        target[0] = Version;
        target[1] = (byte)((NetworkMessage is null ? 0 : NetworkLayer) | (Destination.IsNone ? 0 : HasDestination)
            | (Source.IsNone ? 0 : HasSource) | (ExpectsReply ? ExpectingReply : 0) | (Priority & 3));
        var at = 2;
        if (!Destination.IsNone) at += WriteAddress(target[at..], Destination);
        if (!Source.IsNone) at += WriteAddress(target[at..], Source);
        if (!Destination.IsNone) target[at++] = HopCount;
        if (NetworkMessage is { } type) target[at++] = type;
        return at;
    }

    private static bool TryReadAddress(ref ReadOnlySpan<byte> rest, bool mayBeBroadcast, out NetworkAddress address, out DecodeError error)
    {
        address = default;
        if (rest.Length < 3 || rest.Length < 3 + rest[2]) return Fail(DecodeError.Truncated, out error);
        var network = (ushort)((rest[0] << 8) | rest[1]);
        var length = rest[2];
        if (length > NetworkAddress.MaxMacLength) return Fail(DecodeError.WrongLength, out error);
        if (network == 0 || (!mayBeBroadcast && (length == 0 || network == NetworkAddress.AllNetworks))) return Fail(DecodeError.OutOfRange, out error);
        ulong mac = 0;
        foreach (var octet in rest.Slice(3, length)) mac = (mac << 8) | octet;
        address = new(network, mac, length);
        rest = rest[(3 + length)..];
        error = DecodeError.None;
        return true;
    }

    private static int WriteAddress(Span<byte> target, NetworkAddress address)
    {
        target[0] = (byte)(address.Network >> 8);
        target[1] = (byte)address.Network;
        target[2] = address.MacLength;
        for (var i = 0; i < address.MacLength; i++) target[3 + i] = (byte)(address.Mac >> (8 * (address.MacLength - 1 - i)));
        return 3 + address.MacLength;
    }

    private static bool TryReadOctet(ref ReadOnlySpan<byte> rest, out byte octet)
    {
        octet = rest.IsEmpty ? (byte)0 : rest[0];
        if (rest.IsEmpty) return false;
        rest = rest[1..];
        return true;
    }

    private static bool Fail(DecodeError reason, out DecodeError error)
    {
        error = reason;
        return false;
    }
}
