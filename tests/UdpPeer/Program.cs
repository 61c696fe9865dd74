using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Transport;
using Plenum.UdpPeer;

// UdpPeer HOST PORT: opens the transport and says "open ADDRESS"; then takes "send ADDRESS HEX" and "broadcast HEX" from standard
// input, answers each with "sent True" or "sent False", says "got FROM BROADCAST HEX" for what comes in, and ends with its input.
// UdpPeer HOST PORT ROLE ARGUMENT: see Roles.
if (args.Length > 2)
{
    await Roles.PlayAsync(args[0], int.Parse(args[1]), args[2], args[3]);
    return;
}

using var transport = UdpTransport.Open(new() { Host = IPAddress.Parse(args[0]), Port = int.Parse(args[1]) }, TimeProvider.System, NullLogger.Instance);
transport.Start(new Printer());
Print($"open {transport.LocalAddress}");
while (Console.ReadLine()?.Split(' ') is { } command)
{
    var sent = command switch
    {
        ["send", var to, var hex] => transport.TrySend(Convert.FromHexString(hex), DeviceAddress.Parse(to)),
        ["broadcast", var hex] => transport.TryBroadcast(Convert.FromHexString(hex)),
        _ => throw new FormatException($"unknown command: {string.Join(' ', command)}"),
    };
    Print($"sent {sent}");
}

static void Print(string line)
{
    Console.WriteLine(line);
    Console.Out.Flush();
}

internal sealed class Printer : IDatagramReceiver
{
    public void OnDatagram(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast)
    {
        Console.WriteLine($"got {from} {broadcast} {Convert.ToHexString(datagram)}");
        Console.Out.Flush();
    }
}
