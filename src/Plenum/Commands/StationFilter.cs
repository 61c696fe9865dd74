using Plenum.Bacnet.Protocol.Links;
using Plenum.Captures;

namespace Plenum.Commands;

/// <summary>An address on the command line that stands for a device in a capture.</summary>
/// <param name="Address">The address; its port and what is behind a router count only when they were given.</param>
/// <param name="WithPort">Whether a port was given.</param>
internal sealed record StationFilter(DeviceAddress Address, bool WithPort)
{
    /// <summary>Reads an address; without a port it stands for every port there.</summary>
    /// <exception cref="FormatException">It is no address.</exception>
    public static StationFilter Parse(string text) => new(DeviceAddress.Parse(text), text.Split('/')[0].Contains(':', StringComparison.Ordinal));

    /// <summary>Whether a frame is from or to the device.</summary>
    public bool Includes(DecodedFrame frame) => Is(frame.Source.Ip) || Is(frame.Destination.Ip);

    private bool Is(DeviceAddress address) => address.Ip == Address.Ip
        && (!WithPort || address.Port == Address.Port)
        && (Address.Remote.IsNone || address.Remote == Address.Remote);
}
