using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Transport;

/// <summary>A socket address in the system's own bytes (family, port, IPv4 address), read and written in place so that nothing is allocated per datagram.</summary>
internal static class SocketAddresses
{
    private const int PortAt = 2, IpAt = 4;

    public static SocketAddress Create() => new(AddressFamily.InterNetwork);

    public static DeviceAddress Read(this SocketAddress address)
    {
        var bytes = address.Buffer.Span;
        return new(BinaryPrimitives.ReadUInt32BigEndian(bytes[IpAt..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[PortAt..]));
    }

    public static void Write(this SocketAddress address, DeviceAddress value)
    {
        var bytes = address.Buffer.Span;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[PortAt..], value.Port);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[IpAt..], value.Ip);
    }
}
