using System.CommandLine;

namespace Plenum.Commands;

/// <summary><c>plenum decode</c>: what is said in a capture.</summary>
internal static class DecodeCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A pcap or pcapng file, as tcpdump and Wireshark write; - for standard input" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object for each frame" };
        var device = new Option<string?>("--device") { Description = "Only frames from or to this address: 192.168.1.20, 192.168.1.20:47809, behind a router 192.168.1.2/2001:0a", HelpName = "ADDRESS" };
        var errors = new Option<bool>("--errors") { Description = "Only frames that do not decode, Errors, Rejects and Aborts" };
        var count = new Option<bool>("--count") { Description = "Only how often each kind of message is there" };
        var port = new Option<int?>("--port") { Description = "The UDP port that BACnet speaks on; otherwise 47808, and on other ports what looks like BACnet", CustomParser = Numbers.Within(1, ushort.MaxValue), HelpName = "PORT" };
        var command = new Command("decode", """
            Show what is said in a capture

            Examples:
              plenum decode building.pcap
              plenum decode building.pcapng --device 192.168.1.20 --errors
              tcpdump -i eth0 -U -w - udp port 47808 | plenum decode -
            """) { file, json, device, errors, count, port };
        command.SetAction((parsed, cancel) => CommandRun.GuardAsync(parsed, () =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var run = new DecodeRun(output, error, new()
            {
                AsJson = parsed.GetValue(json),
                Device = parsed.GetValue(device) is { } address ? StationFilter.Parse(address) : null,
                ErrorsOnly = parsed.GetValue(errors),
                CountOnly = parsed.GetValue(count),
                Port = (ushort?)parsed.GetValue(port),
            });
            run.Decode(parsed.GetValue(file)!, cancel);
            return Task.FromResult(ExitCodes.Ok);
        }, cancel));
        return command;
    }
}
