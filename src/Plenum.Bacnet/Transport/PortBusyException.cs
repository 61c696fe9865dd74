using System.Net;

namespace Plenum.Bacnet.Transport;

/// <summary>Another socket holds the UDP port; the message names the process where the system shows it.</summary>
public sealed class PortBusyException(IPEndPoint wanted, PortOwner? owner, Exception? cause = null)
    : TransportUnavailableException(Describe(wanted, owner), cause)
{
    /// <summary>The address and port that could not be held.</summary>
    public IPEndPoint Wanted { get; } = wanted;

    /// <summary>Who holds the port; null where the system does not show it.</summary>
    public PortOwner? Owner { get; } = owner;

    private static string Describe(IPEndPoint wanted, PortOwner? owner) =>
        $"UDP port {wanted.Port} on {wanted.Address} is held by {owner?.ToString() ?? "another program"}. "
        + "Stop that program (often an older gateway that still runs), or set another \"port\" or a \"host\" address of its own for this one; "
        + "two programs on one port would each get only some of the answers.";
}
