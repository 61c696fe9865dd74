using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>Messages of BACnet/IP's link layer itself (clause J.2).</summary>
internal static class LinkMessages
{
    public static BacnetMessage Read(ReadOnlySpan<byte> content, BacnetMessage message)
    {
        var function = message.Link!.Value.Function;
        return MessageReader.ReadContent(content, message with { Name = EnumNames<BvlcFunction>.Kebab(function) }, function switch
        {
            BvlcFunction.Result => ReadResult,
            _ => AnyOctets,
        });
    }

    private static bool ReadResult(ReadOnlySpan<byte> octets, MessageFields fields, out DecodeError error)
    {
        error = octets.Length < 2 ? DecodeError.Truncated : BvlcHeader.TryDecodeResult(octets, out var result) && fields.AddNamed<BvlcResult>("result", result) is not null ? DecodeError.None : DecodeError.TrailingBytes;
        return error == DecodeError.None;
    }

    private static bool AnyOctets(ReadOnlySpan<byte> octets, MessageFields fields, out DecodeError error)
    {
        if (!octets.IsEmpty) fields.AddOctets("octets", octets);
        error = DecodeError.None;
        return true;
    }
}
