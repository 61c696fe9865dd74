using System.Globalization;
using System.Net;

namespace Plenum.Bacnet.Protocol.Links;

/// <summary>Where a device is reached: an IPv4 address and UDP port and, behind a router, its network number and MAC address there (clauses 6.2.2, J.1.2).</summary>
/// <param name="Ip">The IPv4 address, most significant byte first in the number: 192.168.1.2 is 0xC0A80102.</param>
/// <param name="Port">The UDP port, 1..65535.</param>
/// <param name="Remote">The address behind a router; <see cref="NetworkAddress.None"/> for a device on this link.</param>
public readonly record struct DeviceAddress(uint Ip, ushort Port, NetworkAddress Remote = default)
{
    /// <summary>BACnet/IP's own port, 47808 (0xBAC0).</summary>
    public const ushort DefaultPort = 0xBAC0;

    /// <summary>An address from the platform's own types.</summary>
    public DeviceAddress(IPAddress ip, int port) : this(ToNumber(ip), checked((ushort)port)) { }

    /// <summary>The IPv4 address as the platform's own type.</summary>
    public IPAddress IPAddress => new([(byte)(Ip >> 24), (byte)(Ip >> 16), (byte)(Ip >> 8), (byte)Ip]);

    /// <summary>This address without what is behind the router.</summary>
    public DeviceAddress Link => this with { Remote = default };

    /// <summary>Reads <c>192.168.1.2</c> or <c>192.168.1.2:47808</c>, and <c>/2001:0a</c> after it for a device behind that router.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DeviceAddress address)
    {
        address = default;
        NetworkAddress remote = default;
        var slash = text.IndexOf('/');
        if (slash >= 0 && !NetworkAddress.TryParse(text[(slash + 1)..], out remote)) return false;
        if (slash >= 0) text = text[..slash];
        var colon = text.IndexOf(':');
        ushort port = DefaultPort;
        if (colon >= 0 && (!ushort.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port) || port == 0)) return false;
        var host = colon >= 0 ? text[..colon] : text;
        if (host.Count('.') != 3 || !IPAddress.TryParse(host, out var ip)) return false;
        address = new(ToNumber(ip), port, remote);
        return true;
    }

    /// <summary>Reads what <see cref="TryParse"/> reads.</summary>
    /// <exception cref="FormatException">The text is not an IPv4 address with an optional port and an optional address behind it.</exception>
    public static DeviceAddress Parse(string text) => TryParse(text, out var address)
        ? address
        : throw new FormatException($"\"{text}\" is not an address: write an IPv4 address and, if it is not 47808, a port, as in 192.168.1.2:47808; behind a router add its network and MAC address, as in 192.168.1.2/2001:0a");

    /// <summary><c>192.168.1.2:47808</c>, followed by <c>/network:mac</c> for a device behind a router.</summary>
    public override string ToString() =>
        Remote.IsNone ? $"{IPAddress}:{Port}" : $"{IPAddress}:{Port}/{Remote}";

    private static uint ToNumber(IPAddress ip)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (!ip.TryWriteBytes(bytes, out var length) || length != 4) throw new FormatException($"{ip} is not an IPv4 address");
        return ((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3];
    }
}
