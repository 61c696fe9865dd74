using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Transport;

public sealed partial class UdpTransport
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1), LongestRetry = TimeSpan.FromSeconds(30);

    /// <summary>Opens the port, or says at once why it cannot.</summary>
    /// <exception cref="PortBusyException">Another socket holds the port.</exception>
    /// <exception cref="HostAddressException">The host is not an address of this machine.</exception>
    /// <exception cref="IOException">The system refuses for another reason, which the message says.</exception>
    public static UdpTransport Open(UdpTransportOptions options, TimeProvider time, ILogger logger)
    {
        List<Socket> opened = [];
        try
        {
            return Open(options, time, logger, opened);
        }
        catch
        {
            opened.ForEach(socket => socket.Dispose());
            throw;
        }
    }

    /// <summary>Opens the port, and for as long as it is busy or the host has no such address tries again after 1 s, 2 s, 4 s up to every 30 s.</summary>
    /// <param name="onProblem">Told what stands in the way, each time that this changes, and null once the port is open; may be null.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    /// <exception cref="IOException">The system refuses for a reason that waiting does not cure.</exception>
    public static async Task<UdpTransport> OpenAsync(
        UdpTransportOptions options, TimeProvider time, ILogger logger, Action<string?>? onProblem, CancellationToken cancel)
    {
        string? problem = null;
        for (var wait = FirstRetry; ; wait = wait * 2 < LongestRetry ? wait * 2 : LongestRetry)
        {
            try
            {
                var transport = Open(options, time, logger);
                Log.PortOpened(logger, transport.LocalAddress);
                if (problem is not null) onProblem?.Invoke(null);
                return transport;
            }
            catch (TransportUnavailableException unavailable)
            {
                if (unavailable.Message != problem)
                {
                    problem = unavailable.Message;
                    Log.PortUnavailable(logger, problem);
                    onProblem?.Invoke(problem);
                }
            }
            await Task.Delay(wait, time, cancel).ConfigureAwait(false);
        }
    }

    private static UdpTransport Open(UdpTransportOptions options, TimeProvider time, ILogger logger, List<Socket> opened)
    {
        var meter = new TransportMeter();
        var socket = UdpSocket.Hold(new(options.Host, options.Port), options.ReceiveBufferBytes);
        opened.Add(socket);
        var bound = (IPEndPoint)socket.LocalEndPoint!;
        DeviceAddress local = new(bound.Address, bound.Port);
        var broadcastPort = (ushort)(options.BroadcastPort ?? local.Port);
        List<(UdpReceiveLoop, bool, LocalSubnet?)> loops = [(Loop(socket, meter, logger), false, null)];
        if (local.Ip == 0)
        {
            return new(socket, local, BroadcastDomain.OfAll(LocalSubnet.ReadAll, broadcastPort, time, logger), [.. loops], meter, logger);
        }

        var subnet = SubnetOf(local.Ip, options.PrefixLength, logger);
        foreach (var (listener, onlyFrom) in Listeners(subnet, broadcastPort, options.ReceiveBufferBytes, logger))
        {
            opened.Add(listener);
            loops.Add((Loop(listener, meter, logger), true, onlyFrom));
        }
        return new(socket, local, BroadcastDomain.Of(subnet, broadcastPort, time, logger), [.. loops], meter, logger);
    }

    private static UdpReceiveLoop Loop(Socket socket, TransportMeter meter, ILogger logger) => new(socket, $"udp {socket.LocalEndPoint}", meter, logger);

    /// <summary>The subnet of an address that this machine has: what the interface says counts for more than what a configuration says.</summary>
    private static LocalSubnet SubnetOf(uint ip, int? configuredPrefix, ILogger logger)
    {
        var subnets = LocalSubnet.ReadAll();
        var exact = subnets.Where(subnet => subnet.Ip == ip).Take(1);
        var around = subnets.Where(subnet => subnet.IsLoopback && subnet.Contains(ip)).Take(1); // all of 127.0.0.0/8 is ours
        LocalSubnet? found = exact.Concat(around).Select(subnet => (LocalSubnet?)(subnet with { Ip = ip })).FirstOrDefault();
        if (found is not { } actual) return new("?", ip, configuredPrefix ?? 24);
        if (configuredPrefix is { } configured && configured != actual.PrefixLength) Log.PrefixDiffers(logger, configured, actual);
        return actual;
    }

    /// <summary>The sockets that hear the broadcasts which a socket bound to one address does not hear (Windows delivers them to it).</summary>
    private static IEnumerable<(Socket Listener, LocalSubnet? OnlyFrom)> Listeners(LocalSubnet subnet, ushort port, int receiveBufferBytes, ILogger logger)
    {
        if (OperatingSystem.IsWindows() || subnet.Broadcast is not { } directed) yield break;
        yield return (UdpSocket.Listen(new(new DeviceAddress(directed, port).IPAddress, port), receiveBufferBytes), null);
        if (TryListenToAll(port, receiveBufferBytes, logger) is { } limited) yield return (limited, subnet);
    }

    /// <summary>Listens on 255.255.255.255, which few devices use; without it the rest still works.</summary>
    private static Socket? TryListenToAll(ushort port, int receiveBufferBytes, ILogger logger)
    {
        try
        {
            return UdpSocket.Listen(new(IPAddress.Broadcast, port), receiveBufferBytes);
        }
        catch (IOException refused)
        {
            Log.LimitedBroadcastUnheard(logger, port, refused.Message);
            return null;
        }
    }
}
