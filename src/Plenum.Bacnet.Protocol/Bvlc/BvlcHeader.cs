using System.Buffers.Binary;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Bvlc;

/// <summary>The BACnet Virtual Link Control header of BACnet/IP (clause J.2): what a datagram is, and for a forwarded one where it came from.</summary>
/// <param name="Function">What the datagram carries.</param>
/// <param name="Origin">Forwarded-NPDU: the device that sent it before a BBMD forwarded it; default otherwise.</param>
public readonly record struct BvlcHeader(BvlcFunction Function, DeviceAddress Origin = default)
{
    /// <summary>Octets of the header of everything but a forwarded NPDU.</summary>
    public const int Size = 4;

    /// <summary>Octets of the header of a forwarded NPDU: its origin among them.</summary>
    public const int ForwardedSize = 10;

    private const byte Type = 0x81;

    /// <summary>Reads the header of a datagram; its length field must be the datagram's own length.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> datagram, out BvlcHeader header, out ReadOnlySpan<byte> content, out DecodeError error)
    {
        header = default;
        content = default;
        error = datagram.Length < Size ? DecodeError.Truncated
            : datagram[0] != Type ? DecodeError.UnknownHeader
            : BinaryPrimitives.ReadUInt16BigEndian(datagram[2..]) != datagram.Length ? DecodeError.WrongDatagramLength
            : DecodeError.None;
        if (error != DecodeError.None) return false;
        var function = (BvlcFunction)datagram[1];
        if (function != BvlcFunction.ForwardedNpdu)
        {
            header = new(function);
            content = datagram[Size..];
            return true;
        }
        if (datagram.Length < ForwardedSize) { error = DecodeError.Truncated; return false; }
        header = new(function, new DeviceAddress(BinaryPrimitives.ReadUInt32BigEndian(datagram[4..]), BinaryPrimitives.ReadUInt16BigEndian(datagram[8..])));
        content = datagram[ForwardedSize..];
        return true;
    }

    /// <summary>Writes the header of a datagram that is <paramref name="datagramLength"/> octets long in all.</summary>
    /// <returns>How many octets the header takes.</returns>
    public int Encode(Span<byte> target, int datagramLength)
    {
        target[0] = Type;
        target[1] = (byte)Function;
        BinaryPrimitives.WriteUInt16BigEndian(target[2..], checked((ushort)datagramLength));
        if (Function != BvlcFunction.ForwardedNpdu) return Size;
        BinaryPrimitives.WriteUInt32BigEndian(target[4..], Origin.Ip);
        BinaryPrimitives.WriteUInt16BigEndian(target[8..], Origin.Port);
        return ForwardedSize;
    }

    /// <summary>Reads the code of a BVLC-Result (clause J.2.1).</summary>
    public static bool TryDecodeResult(ReadOnlySpan<byte> content, out BvlcResult result)
    {
        result = content.Length == 2 ? (BvlcResult)BinaryPrimitives.ReadUInt16BigEndian(content) : default;
        return content.Length == 2;
    }

    /// <summary>Writes a whole BVLC-Result datagram (clause J.2.1): six octets.</summary>
    public static int EncodeResult(Span<byte> target, BvlcResult result)
    {
        new BvlcHeader(BvlcFunction.Result).Encode(target, Size + 2);
        BinaryPrimitives.WriteUInt16BigEndian(target[Size..], (ushort)result);
        return Size + 2;
    }
}
