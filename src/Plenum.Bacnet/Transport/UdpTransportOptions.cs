using System.Net;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Transport;

/// <summary>Which UDP port to hold, and where.</summary>
public sealed record UdpTransportOptions
{
    /// <summary>The IPv4 address to hold the port on; default 0.0.0.0, every address of this machine.</summary>
    public IPAddress Host { get; init; } = IPAddress.Any;

    /// <summary>The UDP port, 0..65535; default 47808, 0 for any free one.</summary>
    public int Port { get; init; } = DeviceAddress.DefaultPort;

    /// <summary>The length of the subnet mask in bits, 0..32; default null, as the interface says. Of no effect when <see cref="Host"/> is 0.0.0.0.</summary>
    public int? PrefixLength { get; init; }

    /// <summary>The UDP port that broadcasts are sent to and heard on, 1..65535; default null, the same as <see cref="Port"/>.</summary>
    public int? BroadcastPort { get; init; }

    /// <summary>Octets that the system may hold for us between two receptions; default 4 MiB. The system may grant less (net.core.rmem_max).</summary>
    public int ReceiveBufferBytes { get; init; } = 4 * 1024 * 1024;
}
