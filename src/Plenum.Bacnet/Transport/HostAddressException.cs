using System.Net;

namespace Plenum.Bacnet.Transport;

/// <summary>The host address to hold the port on is not an address of this machine; the message names those that are.</summary>
public sealed class HostAddressException(IPAddress wanted, IReadOnlyList<LocalSubnet> present, Exception? cause = null)
    : TransportUnavailableException(Describe(wanted, present), cause)
{
    /// <summary>The address that this machine does not have.</summary>
    public IPAddress Wanted { get; } = wanted;

    private static string Describe(IPAddress wanted, IReadOnlyList<LocalSubnet> present) =>
        $"The host address {wanted} is not an address of this machine, which has {List(present)}. "
        + "Set \"host\" to one of these, or to 0.0.0.0 for all of them; in a container use the host's network (network_mode: host).";

    private static string List(IReadOnlyList<LocalSubnet> present) => present.Count == 0 ? "no IPv4 address" : string.Join(", ", present);
}
