using System.Globalization;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Captures;

/// <summary>An end of the link in a capture: an IPv4 address and UDP port, or an Ethernet address.</summary>
/// <param name="Ip">Address and port, both 0 on links without IP, and what is behind a router there.</param>
/// <param name="Mac">The six octets of an Ethernet address; 0 over IP.</param>
internal readonly record struct Station(DeviceAddress Ip, ulong Mac = 0)
{
    private const int MacOctets = 6;

    /// <summary><c>192.168.1.2:47808</c> or <c>00:15:5d:01:02:03</c>, and <c>/2001:0a</c> after it for a device behind a router.</summary>
    public override string ToString() => Ip.Ip != 0 || Ip.Port != 0 ? Ip.ToString()
        : Ip.Remote.IsNone ? MacText : $"{MacText}/{Ip.Remote}";

    private string MacText
    {
        get
        {
            var mac = Mac;
            return string.Join(':', Enumerable.Range(0, MacOctets).Select(place => ((byte)(mac >> (8 * (MacOctets - 1 - place)))).ToString("x2", CultureInfo.InvariantCulture)));
        }
    }
}
