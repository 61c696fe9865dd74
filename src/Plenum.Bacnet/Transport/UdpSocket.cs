using System.Net;
using System.Net.Sockets;

namespace Plenum.Bacnet.Transport;

/// <summary>Opens UDP sockets, and says who or what stands in the way.</summary>
internal static class UdpSocket
{
    private const int LinuxSocketLevel = 1, LinuxReuseAddress = 2;

    /// <summary>Holds an address and port alone: answers to our requests come to no one else.</summary>
    /// <exception cref="PortBusyException">Another socket holds the port.</exception>
    /// <exception cref="HostAddressException">The address is not one of this machine.</exception>
    public static Socket Hold(IPEndPoint address, int receiveBufferBytes) => Bind(address, receiveBufferBytes, shared: false);

    /// <summary>Listens on a broadcast address together with whoever else does: every listener gets every broadcast.</summary>
    /// <exception cref="PortBusyException">Another socket holds the port and does not share it.</exception>
    /// <exception cref="HostAddressException">The address is not a broadcast address of this machine.</exception>
    public static Socket Listen(IPEndPoint address, int receiveBufferBytes) => Bind(address, receiveBufferBytes, shared: true);

    private static Socket Bind(IPEndPoint address, int receiveBufferBytes, bool shared)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.EnableBroadcast = true;
            socket.ReceiveBufferSize = receiveBufferBytes;
            if (shared) Share(socket);
            socket.Bind(address);
            return socket;
        }
        catch (SocketException refused)
        {
            socket.Dispose();
            throw refused.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => new PortBusyException(address, PortOwner.Find(address), refused),
                SocketError.AddressNotAvailable => new HostAddressException(address.Address, LocalSubnet.ReadAll(), refused),
                _ => new IOException($"UDP port {address.Port} on {address.Address} cannot be opened: {refused.Message}", refused),
            };
        }
    }

    /// <summary>SO_REUSEADDR alone: the platform's own option adds SO_REUSEPORT, which admits programs of the same user only.</summary>
    private static void Share(Socket socket)
    {
        if (OperatingSystem.IsLinux()) socket.SetRawSocketOption(LinuxSocketLevel, LinuxReuseAddress, BitConverter.GetBytes(1));
        else socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
    }
}
