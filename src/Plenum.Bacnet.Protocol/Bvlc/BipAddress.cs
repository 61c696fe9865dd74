using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Untagged;

namespace Plenum.Bacnet.Protocol.Bvlc;

/// <summary>A B/IP address as the link layer writes it (clause J.1.2): four octets of IPv4 address and two of UDP port.</summary>
public static class BipAddress
{
    /// <summary>Reads six octets.</summary>
    public static DeviceAddress Read(ref OctetReader reader) => new(reader.ReadUInt32(), reader.ReadUInt16());

    /// <summary>Writes six octets.</summary>
    public static void Write(ref OctetWriter writer, DeviceAddress address)
    {
        writer.WriteUInt32(address.Ip);
        writer.WriteUInt16(address.Port);
    }

    /// <summary>The address as a MAC address on a BACnet network, as SADR and DADR carry it.</summary>
    public static NetworkAddress OnNetwork(DeviceAddress address, ushort network) => new(network, ((ulong)address.Ip << 16) | address.Port, 6);

    /// <summary>The address that a MAC address of six octets stands for.</summary>
    public static DeviceAddress FromMac(NetworkAddress address) => new((uint)(address.Mac >> 16), (ushort)address.Mac);
}
