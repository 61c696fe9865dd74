using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Untagged;

namespace Plenum.Bacnet.Protocol.Npdu;

/// <summary>One port of a router's table.</summary>
/// <param name="Network">The network behind the port.</param>
/// <param name="PortId">The port, 1..255; 0 takes the network out of the table.</param>
/// <param name="PortInfo">What the router needs to know of the port, such as a telephone number; at most 255 octets.</param>
public readonly record struct RoutingTablePort(ushort Network, byte PortId, ReadOnlyMemory<byte> PortInfo = default);

/// <summary>The content of Initialize-Routing-Table (clause 6.4.7) and of its acknowledgement (6.4.8): a count, and so many ports. A table without ports asks for the router's own.</summary>
public static class RoutingTable
{
    /// <summary>Reads the message's octets. An acknowledgement of a change has none: it reads as no ports.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> content, out RoutingTablePort[] ports, out DecodeError error)
    {
        var reader = new OctetReader(content);
        ports = reader.IsAtEnd ? [] : new RoutingTablePort[reader.ReadOctet()];
        for (var i = 0; i < ports.Length && reader.Error == DecodeError.None; i++)
            ports[i] = new(reader.ReadUInt16(), reader.ReadOctet(), reader.ReadOctets(reader.ReadOctet()).ToArray());
        if (reader.Finish(out error)) return true;
        ports = [];
        return false;
    }

    /// <summary>Writes the message's octets.</summary>
    public static void Encode(ref OctetWriter writer, ReadOnlySpan<RoutingTablePort> ports)
    {
        writer.WriteOctet(checked((byte)ports.Length));
        foreach (var port in ports)
        {
            writer.WriteUInt16(port.Network);
            writer.WriteOctet(port.PortId);
            writer.WriteOctet(checked((byte)port.PortInfo.Length));
            writer.WriteOctets(port.PortInfo.Span);
        }
    }
}
