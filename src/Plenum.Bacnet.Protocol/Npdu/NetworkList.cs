using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Untagged;

namespace Plenum.Bacnet.Protocol.Npdu;

/// <summary>A list of networks: the content of I-Am-Router-To-Network (clause 6.4.2), Router-Busy-To-Network (6.4.5) and Router-Available-To-Network (6.4.6).</summary>
/// <remarks>An empty list stands for every network that the router leads to, in Router-Busy and Router-Available.</remarks>
public static class NetworkList
{
    /// <summary>Reads the message's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> content, out ushort[] networks, out DecodeError error)
    {
        var reader = new OctetReader(content);
        networks = new ushort[(content.Length + 1) / 2];
        for (var i = 0; i < networks.Length; i++) networks[i] = reader.ReadUInt16();
        if (reader.Finish(out error)) return true;
        networks = [];
        return false;
    }

    /// <summary>Writes the message's octets.</summary>
    public static void Encode(ref OctetWriter writer, ReadOnlySpan<ushort> networks)
    {
        foreach (var network in networks) writer.WriteUInt16(network);
    }
}
