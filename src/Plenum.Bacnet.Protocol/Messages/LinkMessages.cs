using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>Messages of BACnet/IP's link layer itself (clause J.2).</summary>
internal static class LinkMessages
{
    /// <summary>What reads each function's content.</summary>
    public static IReadOnlyDictionary<BvlcFunction, Describe> Table { get; } = new Dictionary<BvlcFunction, Describe>
    {
        [BvlcFunction.Result] = ReadResult,
        [BvlcFunction.ReadBroadcastDistributionTable] = OctetData.Nothing,
        [BvlcFunction.ReadForeignDeviceTable] = OctetData.Nothing,
        [BvlcFunction.WriteBroadcastDistributionTable] = Of<BroadcastDistributionEntry[]>(BroadcastDistribution.TryDecode, AddPeers),
        [BvlcFunction.ReadBroadcastDistributionTableAck] = Of<BroadcastDistributionEntry[]>(BroadcastDistribution.TryDecode, AddPeers),
        [BvlcFunction.RegisterForeignDevice] = Of<RegisterForeignDevice>(RegisterForeignDevice.TryDecode, (message, fields) => fields.Add("timeToLive", message.TimeToLive)),
        [BvlcFunction.ReadForeignDeviceTableAck] = Of<ForeignDeviceEntry[]>(ForeignDevices.TryDecode, (entries, fields) => fields.AddList("devices", entries, (entry, inner) => inner
            .AddText("address", entry.Device).Add("timeToLive", entry.TimeToLive).Add("remaining", entry.Remaining))),
        [BvlcFunction.DeleteForeignDeviceTableEntry] = Of<DeleteForeignDevice>(DeleteForeignDevice.TryDecode, (message, fields) => fields.AddText("address", message.Device)),
    };

    public static BacnetMessage Read(ReadOnlySpan<byte> content, BacnetMessage message)
    {
        var function = message.Link!.Value.Function;
        return MessageReader.ReadContent(content, message with { Name = EnumNames<BvlcFunction>.Kebab(function) }, Table.GetValueOrDefault(function, OctetData.Anything));
    }

    private static bool ReadResult(ReadOnlySpan<byte> octets, MessageFields fields, out DecodeError error)
    {
        var read = BvlcHeader.TryDecodeResult(octets, out var result);
        error = read ? DecodeError.None : octets.Length < sizeof(BvlcResult) ? DecodeError.Truncated : DecodeError.TrailingBytes;
        if (read) fields.AddNamed<BvlcResult>(MessageFields.Reason, result);
        return read;
    }

    private static void AddPeers(BroadcastDistributionEntry[] entries, MessageFields fields) => fields.AddList("peers", entries, (entry, inner) => inner
        .AddText("address", entry.Bbmd).AddText("mask", new DeviceAddress(entry.Mask, 0).IPAddress));

    private static Describe Of<T>(TryDecode<T> decode, Action<T, MessageFields> describe) => OctetData.Of(decode, describe);
}
