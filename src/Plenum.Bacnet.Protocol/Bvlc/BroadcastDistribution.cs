using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Untagged;

namespace Plenum.Bacnet.Protocol.Bvlc;

/// <summary>One BBMD of a Broadcast Distribution Table (clause J.4.3.2).</summary>
/// <param name="Bbmd">Where the BBMD is.</param>
/// <param name="Mask">The broadcast distribution mask: 255.255.255.255 when messages go to the BBMD itself, else its subnet's mask, and they go to the subnet's broadcast address.</param>
public readonly record struct BroadcastDistributionEntry(DeviceAddress Bbmd, uint Mask);

/// <summary>A Broadcast Distribution Table: the content of Write-Broadcast-Distribution-Table (clause J.2.2) and of Read-Broadcast-Distribution-Table-Ack (J.2.4).</summary>
public static class BroadcastDistribution
{
    private const int EntrySize = 10;

    /// <summary>Reads what follows the link header.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> content, out BroadcastDistributionEntry[] entries, out DecodeError error)
    {
        var reader = new OctetReader(content);
        entries = new BroadcastDistributionEntry[(content.Length + EntrySize - 1) / EntrySize];
        for (var i = 0; i < entries.Length; i++) entries[i] = new(BipAddress.Read(ref reader), reader.ReadUInt32());
        if (reader.Finish(out error)) return true;
        entries = [];
        return false;
    }

    /// <summary>Writes what follows the link header.</summary>
    public static void Encode(ref OctetWriter writer, ReadOnlySpan<BroadcastDistributionEntry> entries)
    {
        foreach (var entry in entries)
        {
            BipAddress.Write(ref writer, entry.Bbmd);
            writer.WriteUInt32(entry.Mask);
        }
    }
}
