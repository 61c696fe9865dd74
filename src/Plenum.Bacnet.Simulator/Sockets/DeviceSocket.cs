using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Simulator.Sockets;

/// <summary>The UDP port of one simulated device, held alone.</summary>
internal sealed class DeviceSocket(Socket socket, DeviceAddress address, DeviceAddress broadcastAddress, ILogger logger) : IDatagramTransport
{
    [ThreadStatic]
    private static SocketAddress? _destination;

    private readonly TransportMeter _meter = new();
    private readonly Lock _delivering = new();
    private IDatagramReceiver? _receiver;
    private bool _disposed;

    /// <inheritdoc/>
    public DeviceAddress LocalAddress => address;

    /// <inheritdoc/>
    public TransportCounters Counters => _meter.Snapshot;

    /// <inheritdoc/>
    public void Start(IDatagramReceiver receiver)
    {
        if (Interlocked.CompareExchange(ref _receiver, receiver, null) is not null) throw new InvalidOperationException($"{address} is received from already");
        _ = Datagrams.ReceiveAsync(socket, (datagram, from) => Deliver(datagram, from, broadcast: false), logger);
    }

    /// <summary>Hands on what came to this socket, or to everyone.</summary>
    public void Deliver(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast)
    {
        lock (_delivering)
        {
            if (_disposed || _receiver is null) return;
            _meter.Received(datagram.Length);
            try
            {
                _receiver.OnDatagram(datagram, from, broadcast);
            }
            catch (Exception fault) // whatever the device's fault is, the next datagram must still come through
            {
                _meter.ReceiverFailed();
                Log.DeviceFaulted(logger, address, from, fault);
            }
        }
    }

    /// <inheritdoc/>
    public bool TrySend(ReadOnlySpan<byte> datagram, DeviceAddress to)
    {
        var destination = _destination ??= new(AddressFamily.InterNetwork);
        Datagrams.Write(destination, to);
        try
        {
            socket.SendTo(datagram, SocketFlags.None, destination);
            _meter.Sent(datagram.Length);
            return true;
        }
        catch (Exception refusal) when (refusal is SocketException or ObjectDisposedException)
        {
            _meter.SendFailed();
            return false;
        }
    }

    /// <inheritdoc/>
    public bool TryBroadcast(ReadOnlySpan<byte> datagram) => TrySend(datagram, broadcastAddress);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_delivering) _disposed = true;
        socket.Dispose();
    }
}
