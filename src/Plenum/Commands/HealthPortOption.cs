using System.CommandLine;
using Plenum.Web;

namespace Plenum.Commands;

/// <summary>The option <c>--health-port</c>, of the gateway and of those who ask it.</summary>
internal static class HealthPortOption
{
    public static Option<int?> Create(string description) => new("--health-port")
    {
        Description = $"{description}; otherwise {HealthServer.PortVariable} or {HealthServer.DefaultPort}",
        CustomParser = Numbers.Within(1, 65535),
        HelpName = "PORT",
    };
}
