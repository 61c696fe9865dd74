using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>Reads any message for people to see, from the link layer down or from any layer on. What cannot be read is said in the result.</summary>
public static class MessageReader
{
    private const int LengthInBvlc = 2;   // clause J.2: the length stands behind type and function

    /// <summary>A BACnet/IP datagram (annex J).</summary>
    public static BacnetMessage ReadDatagram(ReadOnlySpan<byte> datagram)
    {
        if (!BvlcHeader.TryDecode(datagram, out var link, out var content, out var error))
            return new() { Name = "datagram", Failure = new(error, error == DecodeError.WrongDatagramLength ? LengthInBvlc : error == DecodeError.Truncated ? datagram.Length : 0) };
        var message = new BacnetMessage { Link = link, ContentOffset = datagram.Length - content.Length };
        return CarriesNpdu(link.Function) ? ReadNpdu(content, message) : LinkMessages.Read(content, message);
    }

    /// <summary>An NPDU (clause 6.2), as a link other than BACnet/IP carries it.</summary>
    public static BacnetMessage ReadNpdu(ReadOnlySpan<byte> npdu) => ReadNpdu(npdu, new());

    /// <summary>An APDU (clause 20.1).</summary>
    public static BacnetMessage ReadApdu(ReadOnlySpan<byte> apdu) => ReadApdu(apdu, new());

    /// <summary>A message whose content came in segments.</summary>
    /// <param name="last">Any of its segments, for the headers.</param>
    /// <param name="service">The content of all segments, one behind the other. Offsets are counted from its beginning.</param>
    public static BacnetMessage ReadAssembled(BacnetMessage last, ReadOnlySpan<byte> service)
    {
        if (last.Apdu is not { } header) throw new ArgumentException("a segment has an APDU header", nameof(last));
        return ReadService(service, last with { Apdu = header with { Segmented = false, MoreFollows = false }, ContentOffset = 0 });
    }

    private static bool CarriesNpdu(BvlcFunction function) => function is BvlcFunction.OriginalUnicastNpdu
        or BvlcFunction.OriginalBroadcastNpdu or BvlcFunction.ForwardedNpdu or BvlcFunction.DistributeBroadcastToNetwork;

    private static BacnetMessage ReadNpdu(ReadOnlySpan<byte> npdu, BacnetMessage message)
    {
        if (!NpduHeader.TryDecode(npdu, out var network, out var content, out var error))
            return Fail(message with { Name = "npdu" }, error, npdu, static (ReadOnlySpan<byte> octets, out DecodeError wrong) => NpduHeader.TryDecode(octets, out _, out _, out wrong));
        message = message with { Network = network, ContentOffset = message.ContentOffset + npdu.Length - content.Length };
        return network.NetworkMessage is { } type ? NetworkMessages.Read(type, content, message) : ReadApdu(content, message);
    }

    private static BacnetMessage ReadApdu(ReadOnlySpan<byte> apdu, BacnetMessage message)
    {
        if (!ApduHeader.TryDecode(apdu, out var header, out var service, out var error))
            return Fail(message with { Name = "apdu" }, error, apdu, static (ReadOnlySpan<byte> octets, out DecodeError wrong) => ApduHeader.TryDecode(octets, out _, out _, out wrong));
        message = message with { Apdu = header, Name = NameOf(header), ContentOffset = message.ContentOffset + apdu.Length - service.Length };
        return header.Segmented ? message : ReadService(service, message);
    }

    private static string NameOf(ApduHeader header) => header.Type is PduType.Reject or PduType.Abort or PduType.SegmentAck
        ? EnumNames<PduType>.Kebab(header.Type)
        : ServiceNames.Of(header.Type, header.Service);

    private static BacnetMessage ReadService(ReadOnlySpan<byte> service, BacnetMessage message)
    {
        var header = message.Apdu!.Value;
        return header.Type switch
        {
            PduType.SimpleAck => ReadContent(service, message, OctetData.Nothing),
            PduType.Reject => ReadContent(service, message, OctetData.Nothing, fields => fields.AddNamed<RejectReason>(MessageFields.Reason, (RejectReason)header.Service)),
            PduType.Abort => ReadContent(service, message, OctetData.Nothing, fields => fields.AddNamed<AbortReason>(MessageFields.Reason, (AbortReason)header.Service).Add("fromServer", header.FromServer)),
            PduType.SegmentAck => ReadContent(service, message, OctetData.Nothing, fields => fields
                .Add("sequenceNumber", header.SequenceNumber).Add("windowSize", header.WindowSize).Add("negative", header.NegativeAck).Add("fromServer", header.FromServer)),
            _ => ReadContent(service, message, MessageTable.Find(header.Type, header.Service)),
        };
    }

    /// <summary>Completes a message with what its content says, or with what is wrong with that.</summary>
    internal static BacnetMessage ReadContent(ReadOnlySpan<byte> content, BacnetMessage message, Describe describe, Action<MessageFields>? before = null)
    {
        var fields = new MessageFields();
        before?.Invoke(fields);
        return describe(content, fields, out var error)
            ? message with { Fields = fields.All }
            : Fail(message, error, content, (ReadOnlySpan<byte> octets, out DecodeError wrong) => describe(octets, new MessageFields(), out wrong));
    }

    private static BacnetMessage Fail(BacnetMessage message, DecodeError error, ReadOnlySpan<byte> octets, FailureOffset.Reader reader) =>
        message with { Failure = new(error, message.ContentOffset + FailureOffset.Find(octets, reader)) };
}
