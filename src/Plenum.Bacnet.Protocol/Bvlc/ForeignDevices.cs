using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Untagged;

namespace Plenum.Bacnet.Protocol.Bvlc;

/// <summary>One registration in a BBMD's Foreign Device Table (clause J.5.2.1).</summary>
/// <param name="Device">Where the foreign device is.</param>
/// <param name="TimeToLive">For how many seconds it registered.</param>
/// <param name="Remaining">Seconds until the BBMD takes it out, the 30 seconds of grace among them.</param>
public readonly record struct ForeignDeviceEntry(DeviceAddress Device, ushort TimeToLive, ushort Remaining);

/// <summary>A Foreign Device Table: the content of Read-Foreign-Device-Table-Ack (clause J.2.8).</summary>
public static class ForeignDevices
{
    private const int EntrySize = 10;

    /// <summary>Reads what follows the link header.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> content, out ForeignDeviceEntry[] entries, out DecodeError error)
    {
        var reader = new OctetReader(content);
        entries = new ForeignDeviceEntry[(content.Length + EntrySize - 1) / EntrySize];
        for (var i = 0; i < entries.Length; i++) entries[i] = new(BipAddress.Read(ref reader), reader.ReadUInt16(), reader.ReadUInt16());
        if (reader.Finish(out error)) return true;
        entries = [];
        return false;
    }

    /// <summary>Writes what follows the link header.</summary>
    public static void Encode(ref OctetWriter writer, ReadOnlySpan<ForeignDeviceEntry> entries)
    {
        foreach (var entry in entries)
        {
            BipAddress.Write(ref writer, entry.Device);
            writer.WriteUInt16(entry.TimeToLive);
            writer.WriteUInt16(entry.Remaining);
        }
    }
}
