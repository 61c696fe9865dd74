using System.Buffers.Binary;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Fuzz.Targets;

/// <summary>The headers before a service, and whole datagrams.</summary>
internal static class HeaderTargets
{
    private static readonly DeviceAddress Sender = new(0x0A000007, DeviceAddress.DefaultPort);

    public static IReadOnlyList<Target> All { get; } =
    [
        new("ApduHeader", Promises.Of<(ApduHeader, byte[])>(TryDecodeApdu, EncodeApdu)),
        new("NpduHeader", Promises.Of<(NpduHeader, byte[])>(TryDecodeNpdu, EncodeNpdu)),
        new("BvlcHeader", Promises.Of<(BvlcHeader, byte[])>(TryDecodeBvlc, EncodeBvlc)) { Mend = WriteLength },
        new("BipFrame", Promises.Of<Datagram>(TryDecodeDatagram, EncodeDatagram)) { Mend = WriteLength },
    ];

    /// <summary>Makes the length in a datagram's header its own (clause J.2); without it nothing behind the header is reached.</summary>
    public static void WriteLength(byte[] datagram)
    {
        if (datagram.Length >= BvlcHeader.Size) BinaryPrimitives.WriteUInt16BigEndian(datagram.AsSpan(2), (ushort)datagram.Length);
    }

    private readonly record struct Datagram(BvlcHeader Link, NpduHeader Network, ApduHeader Apdu, bool HasNpdu, bool HasApdu, DeviceAddress Source, byte[] Content);

    private static bool TryDecodeApdu(ReadOnlySpan<byte> octets, out (ApduHeader, byte[]) message, out DecodeError error)
    {
        var read = ApduHeader.TryDecode(octets, out var header, out var service, out error);
        message = (header, service.ToArray());
        return read;
    }

    private static int EncodeApdu((ApduHeader Header, byte[] Service) message, Span<byte> target) =>
        Append(message.Header.Encode(target), message.Service, target);

    private static bool TryDecodeNpdu(ReadOnlySpan<byte> octets, out (NpduHeader, byte[]) message, out DecodeError error)
    {
        var read = NpduHeader.TryDecode(octets, out var header, out var content, out error);
        message = (header, content.ToArray());
        return read;
    }

    private static int EncodeNpdu((NpduHeader Header, byte[] Content) message, Span<byte> target) =>
        Append(message.Header.Encode(target), message.Content, target);

    private static bool TryDecodeBvlc(ReadOnlySpan<byte> octets, out (BvlcHeader, byte[]) message, out DecodeError error)
    {
        var read = BvlcHeader.TryDecode(octets, out var header, out var content, out error);
        message = (header, content.ToArray());
        return read;
    }

    private static int EncodeBvlc((BvlcHeader Header, byte[] Content) message, Span<byte> target)
    {
        var size = message.Header.Encode(target, 0);
        message.Header.Encode(target, size + message.Content.Length);
        return Append(size, message.Content, target);
    }

    private static bool TryDecodeDatagram(ReadOnlySpan<byte> octets, out Datagram message, out DecodeError error)
    {
        var read = BipFrame.TryDecode(octets, Sender, out var frame, out error);
        message = new(frame.Link, frame.Network, frame.Apdu, frame.HasNpdu, frame.HasApdu, frame.Source, frame.Content.ToArray());
        return read;
    }

    private static int EncodeDatagram(Datagram message, Span<byte> target)
    {
        if (message.Link.Function == BvlcFunction.ForwardedNpdu || !message.HasApdu) return -1;   // a client writes neither
        Span<byte> apdu = new byte[target.Length];
        var length = Append(message.Apdu.Encode(apdu), message.Content, apdu);
        return BipFrame.Encode(target, message.Link.Function, message.Network, apdu[..length]);
    }

    private static int Append(int size, byte[] content, Span<byte> target)
    {
        content.CopyTo(target[size..]);
        return size + content.Length;
    }
}
