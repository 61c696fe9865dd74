using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Simulator.Sockets;

/// <summary>The sockets of a building: one for each device, and one for all of them that hears broadcasts.</summary>
/// <remarks>On Linux a socket bound to one address hears no broadcasts. A listener for each device would cost two threads and two sockets more per device,
/// so one listener offers each broadcast to all devices. No thread waits for a socket: the runtime's own poller does.</remarks>
internal sealed class SocketNetwork : IDisposable
{
    private readonly BindRange _bind;
    private readonly ushort _port;
    private readonly ILogger _logger;
    private readonly DeviceAddress _broadcast;
    private readonly List<BroadcastListener> _listeners = [];
    private readonly List<DeviceSocket> _devices = [];

    /// <exception cref="ArgumentOutOfRangeException">The devices do not fit.</exception>
    public SocketNetwork(BindRange bind, ushort port, int devices, ILogger logger)
    {
        if (port == 0 || devices > bind.Room(port))
        {
            throw new ArgumentOutOfRangeException(
                nameof(devices), $"{devices} devices from port {port} on do not fit into {bind}, which has room for {bind.Room(port)}: {BindRange.Cure}");
        }
        (_bind, _port, _logger) = (bind, port, logger);
        _broadcast = new(SubnetOf(bind.AddressOf(0, port).Ip).Broadcast ?? uint.MaxValue, port);
        if (OperatingSystem.IsWindows()) return;   // there every socket hears the broadcasts of its subnet
        Listen(_broadcast);
        if (bind.Ip >> 24 != 127 && _broadcast.Ip != uint.MaxValue) Listen(new(uint.MaxValue, port));
    }

    /// <summary>The transport of a device.</summary>
    public IDatagramTransport Attach(int index)
    {
        var device = new DeviceSocket(Open(_bind.AddressOf(index, _port), shared: false), _bind.AddressOf(index, _port), _broadcast, _logger);
        _devices.Add(device);
        return device;
    }

    /// <summary>Begins to hear broadcasts, for the devices attached by now.</summary>
    public void Start() => _listeners.ForEach(listener => listener.Start([.. _devices]));

    /// <inheritdoc/>
    public void Dispose()
    {
        _listeners.ForEach(listener => listener.Dispose());
        _devices.ForEach(device => device.Dispose());
    }

    /// <summary>Binds a socket, alone or together with whoever else listens to broadcasts there.</summary>
    private static Socket Open(DeviceAddress address, bool shared)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { EnableBroadcast = true };
        var wanted = new IPEndPoint(address.IPAddress, address.Port);
        try
        {
            if (shared) Share(socket);
            socket.Bind(wanted);
            return socket;
        }
        catch (SocketException refused)
        {
            socket.Dispose();
            throw refused.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => new PortBusyException(wanted, PortOwner.Find(wanted), refused),
                SocketError.AddressNotAvailable => new HostAddressException(wanted.Address, LocalSubnet.ReadAll(), refused),
                _ => new IOException($"UDP port {wanted.Port} on {wanted.Address} cannot be opened: {refused.Message}", refused),
            };
        }
    }

    /// <summary>SO_REUSEADDR alone: the platform's own option adds SO_REUSEPORT, which admits programs of the same user only.</summary>
    private static void Share(Socket socket)
    {
        const int LinuxSocketLevel = 1, LinuxReuseAddress = 2;
        if (OperatingSystem.IsLinux()) socket.SetRawSocketOption(LinuxSocketLevel, LinuxReuseAddress, BitConverter.GetBytes(1));
        else socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
    }

    /// <summary>The subnet that an address is in; all of 127.0.0.0/8 is this machine's.</summary>
    private static LocalSubnet SubnetOf(uint ip) =>
        LocalSubnet.ReadAll().FirstOrDefault(subnet => subnet.Ip == ip || (subnet.IsLoopback && subnet.Contains(ip)), new("?", ip, 32));

    private void Listen(DeviceAddress address) => _listeners.Add(new(Open(address, shared: true), _logger));
}
