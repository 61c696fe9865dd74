using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Simulator.Sockets;

/// <summary>Hears broadcasts for all devices of a building, except those of the devices themselves, which would only be told that they are there.</summary>
internal sealed class BroadcastListener(Socket socket, ILogger logger) : IDisposable
{
    public void Start(DeviceSocket[] devices) => _ = Datagrams.ReceiveAsync(socket, (datagram, from) => Offer(devices, datagram, from), logger);

    public void Dispose() => socket.Dispose();

    private static void Offer(DeviceSocket[] devices, ReadOnlySpan<byte> datagram, DeviceAddress from)
    {
        foreach (var device in devices)
            if (device.LocalAddress == from) return;
        foreach (var device in devices) device.Deliver(datagram, from, broadcast: true);
    }
}
