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
        var socket = UdpSocket.Hold(new(options.Host, options.Port), options.ReceiveBufferBytes);
        try
        {
            return Over(socket, options, time, logger);
        }
        catch
        {
            socket.Dispose();
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

    private static UdpTransport Over(Socket socket, UdpTransportOptions options, TimeProvider time, ILogger logger)
    {
        var bound = (IPEndPoint)socket.LocalEndPoint!;
        DeviceAddress local = new(bound.Address, bound.Port);
        var broadcastPort = (ushort)(options.BroadcastPort ?? local.Port);
        if (local.Ip == 0) return new(socket, local, BroadcastDomain.OfAll(LocalSubnet.ReadAll, broadcastPort, time, logger), logger);

        var subnet = SubnetOf(local.Ip, options.PrefixLength, logger);
        UdpTransport transport = new(socket, local, BroadcastDomain.Of(subnet, broadcastPort, time, logger), logger);
        foreach (var (address, onlyFrom) in BroadcastAddresses(subnet)) transport.Listen(new(address, broadcastPort), onlyFrom, options.ReceiveBufferBytes);
        return transport;
    }

    /// <summary>The subnet of an address that this machine has: what the interface says counts for more than what a configuration says.</summary>
    private static LocalSubnet SubnetOf(uint ip, int? configuredPrefix, ILogger logger)
    {
        var found = LocalSubnet.ReadAll().Where(subnet => subnet.Ip == ip || (subnet.IsLoopback && subnet.Contains(ip))); // all of 127.0.0.0/8 is ours
        if (found.Select(subnet => (LocalSubnet?)subnet).FirstOrDefault() is not { } listed) return new("?", ip, configuredPrefix ?? 24);
        var actual = listed with { Ip = ip };
        if (configuredPrefix is { } configured && configured != actual.PrefixLength) Log.PrefixDiffers(logger, configured, actual);
        return actual;
    }

    /// <summary>The addresses whose broadcasts a socket bound to one address does not hear (Windows delivers them to it).</summary>
    private static IEnumerable<(IPAddress Address, LocalSubnet? OnlyFrom)> BroadcastAddresses(LocalSubnet subnet)
    {
        if (OperatingSystem.IsWindows() || subnet.Broadcast is not { } directed) yield break;
        yield return (new DeviceAddress(directed, 0).IPAddress, null);
        yield return (IPAddress.Broadcast, subnet); // it comes in from every interface
    }

    /// <summary>Hears one broadcast address if the system lets us; unicast, which carries the values, works without it.</summary>
    private void Listen(IPEndPoint address, LocalSubnet? onlyFrom, int receiveBufferBytes)
    {
        try
        {
            var listener = UdpSocket.Listen(address, receiveBufferBytes);
            _loops.Add((new(listener, $"udp {address}", _meter, _logger), true, onlyFrom));
        }
        catch (IOException refused)
        {
            _impairments.Add($"Broadcasts to {address} are not heard, devices that announce themselves so are not found: {refused.Message}");
            Log.BroadcastUnheard(_logger, _impairments[^1]);
        }
    }
}
