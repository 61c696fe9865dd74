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

    private readonly Option<string?> _bbmd = new("--bbmd")
    {
        Description = "Register with this BBMD as a foreign device: broadcasts go out and come in through it",
        HelpName = "ADDRESS[:PORT]",
    };

    private readonly Option<TimeSpan> _timeToLive = new("--ttl")
    {
        Description = "For how long the registration with the BBMD is good; it is renewed at half of this time",
        HelpName = "TIME",
        DefaultValueFactory = _ => TimeSpan.FromSeconds(60),
        CustomParser = Durations.ParsePositive,
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
        command.Add(_bbmd);
        command.Add(_timeToLive);
        command.Add(_timeout);
    }

    public TimeSpan Timeout(ParseResult parsed) => parsed.GetValue(_timeout);

    /// <summary>A client; falls back to a free port, with a note, when 47808 was not asked for by name and is taken.</summary>
    /// <exception cref="FormatException">The local address, or the BBMD's, is none.</exception>
    public BacnetClient Open(ParseResult parsed, TextWriter notes)
    {
        if (!IPAddress.TryParse(parsed.GetValue(_bind), out var host)) throw new FormatException($"--bind \"{parsed.GetValue(_bind)}\" is not an IPv4 address");
        var options = new BacnetClientOptions
        {
            Host = host,
            Port = parsed.GetValue(_port) ?? DeviceAddress.DefaultPort,
            Retry = RetryPolicy.OnIp,
            ForeignDevice = ForeignDevice(parsed),
        };
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

    private ForeignDeviceOptions? ForeignDevice(ParseResult parsed)
    {
        if (parsed.GetValue(_bbmd) is not { } text) return null;
        if (!DeviceAddress.TryParse(text, out var bbmd) || bbmd.Ip == 0 || !bbmd.Remote.IsNone) throw new FormatException($"--bbmd \"{text}\" is not an IPv4 address with an optional port, as in 10.0.0.1:47808");
        var time = parsed.GetValue(_timeToLive);
        return time.TotalSeconds is >= 1 and <= ushort.MaxValue
            ? new() { Bbmd = bbmd, TimeToLive = time }
            : throw new FormatException($"--ttl {time.TotalSeconds} s is not within 1 s to {ushort.MaxValue} s");
    }
}
