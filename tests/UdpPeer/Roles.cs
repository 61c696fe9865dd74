using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

namespace Plenum.UdpPeer;

/// <summary>What a peer can be beside a bare transport: a BBMD, a device, or someone who looks for devices.</summary>
internal static class Roles
{
    private static readonly TimeSpan Listen = TimeSpan.FromSeconds(15);

    /// <summary>Plays a role until standard input ends.</summary>
    public static async Task PlayAsync(string host, int port, string role, string argument)
    {
        switch (role)
        {
            case "bbmd":
                using (new VirtualBbmd(Open(host, port), TimeProvider.System)) Wait(host, port);
                break;
            case "device":
                using (var place = new BacnetPort(Open(host, port)))
                {
                    _ = new BacnetServer(place, new TableDevice(uint.Parse(argument)));
                    place.Start();
                    Wait(host, port);
                }
                break;
            case "discover":
                Say($"open {host}:{port}");
                await DiscoverAsync(host, port, argument);
                Wait(host, port);
                break;
            default:
                throw new FormatException($"unknown role: {role}");
        }
    }

    /// <summary>Says "found INSTANCE at ADDRESS" of the first device that answers; asks again until one does, because the interfaces may have come up just now.</summary>
    private static async Task DiscoverAsync(string host, int port, string bbmd)
    {
        await using BacnetClient client = new(new()
        {
            Host = IPAddress.Parse(host),
            Port = port,
            ForeignDevice = bbmd == "-" ? null : new() { Bbmd = DeviceAddress.Parse(bbmd), TimeToLive = TimeSpan.FromSeconds(30) },
        });
        for (var end = client.Now + Listen; client.Now < end;)
        {
            await foreach (var device in client.DiscoverAsync(TimeSpan.FromSeconds(2)))
            {
                Say($"found {device}, registered {client.ForeignDevice?.IsRegistered ?? false}");
                return;
            }
        }
        Say($"nobody: {client.ForeignDevice?.Why}");
    }

    private static UdpTransport Open(string host, int port) =>
        UdpTransport.Open(new() { Host = IPAddress.Parse(host), Port = port }, TimeProvider.System, NullLogger.Instance);

    private static void Wait(string host, int port)
    {
        Say($"open {host}:{port}");
        while (Console.ReadLine() is not null) { }
    }

    private static void Say(string line)
    {
        Console.WriteLine(line);
        Console.Out.Flush();
    }
}
