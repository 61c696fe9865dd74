using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Transport;

namespace Plenum.Commands;

/// <summary>How a command gets at the BACnet network: the options, and the client made of them.</summary>
internal sealed class LinkOptions
{
    private readonly Option<string> _bind = new("--bind")
    {
        Description = "The local address to speak from; every interface by default",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => "0.0.0.0",
    };

    private readonly Option<int?> _port = new("--port")
    {
        Description = "The local UDP port, 0 for a free one; by default 47808, or a free one if another program has that",
        CustomParser = Numbers.Within(0, 65535),
        HelpName = "PORT",
    };

    private readonly Option<TimeSpan> _timeout = new("--timeout")
    {
        Description = "How long to wait for an answer, all tries together",
        HelpName = "TIME",
        DefaultValueFactory = _ => TimeSpan.FromSeconds(5),
        CustomParser = Durations.ParsePositive,
    };

    public void AddTo(Command command)
    {
        command.Add(_bind);
        command.Add(_port);
        command.Add(_timeout);
    }

    public TimeSpan Timeout(ParseResult parsed) => parsed.GetValue(_timeout);

    /// <summary>A client; falls back to a free port, with a note, when 47808 was not asked for by name and is taken.</summary>
    /// <exception cref="FormatException">The local address is none.</exception>
    public BacnetClient Open(ParseResult parsed, TextWriter notes)
    {
        if (!IPAddress.TryParse(parsed.GetValue(_bind), out var host)) throw new FormatException($"--bind \"{parsed.GetValue(_bind)}\" is not an IPv4 address");
        var options = new BacnetClientOptions { Host = host, Port = parsed.GetValue(_port) ?? DeviceAddress.DefaultPort, Retry = new RetryPolicy { FirstTimeout = TimeSpan.FromMilliseconds(500) } };
        try
        {
            return new BacnetClient(options);
        }
        catch (PortBusyException busy) when (parsed.GetValue(_port) is null)
        {
            notes.WriteLine($"note: {busy.Message} A free port is used instead; devices that only broadcast their answers are not heard there.");
            return new BacnetClient(options with { Port = 0 });
        }
    }
}
