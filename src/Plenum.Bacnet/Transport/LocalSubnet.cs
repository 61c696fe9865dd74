using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Transport;

/// <summary>One of this machine's IPv4 addresses and the subnet it is in.</summary>
/// <param name="Interface">The interface's name, as in eth0.</param>
/// <param name="Ip">The address, most significant octet first.</param>
/// <param name="PrefixLength">Bits in the subnet mask, 0..32.</param>
/// <param name="IsUp">Whether the interface carries traffic; an address stays ours while its cable is out.</param>
public readonly record struct LocalSubnet(string Interface, uint Ip, int PrefixLength, bool IsUp = true)
{
    /// <summary>Whether it is in 127.0.0.0/8.</summary>
    public bool IsLoopback => Ip >> 24 == 127;

    /// <summary>The directed broadcast address; null in a subnet too small to have one (/31, /32).</summary>
    public uint? Broadcast => PrefixLength > 30 ? null : Ip | ~Mask;

    private uint Mask => PrefixLength == 0 ? 0 : uint.MaxValue << (32 - PrefixLength);

    /// <summary>The addresses of every interface, as the system lists them.</summary>
    /// <exception cref="NetworkInformationException">The system does not tell.</exception>
    public static IReadOnlyList<LocalSubnet> ReadAll() =>
    [
        .. from card in NetworkInterface.GetAllNetworkInterfaces()
           let isUp = card.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown // loopback and tunnels say unknown
           from unicast in card.GetIPProperties().UnicastAddresses
           where unicast.Address.AddressFamily == AddressFamily.InterNetwork
           select new LocalSubnet(card.Name, new DeviceAddress(unicast.Address, 0).Ip, unicast.PrefixLength, isUp),
    ];

    /// <summary>Whether an address is in this subnet.</summary>
    public bool Contains(uint ip) => (ip & Mask) == (Ip & Mask);

    /// <summary><c>192.168.1.10/24 (eth0)</c></summary>
    public override string ToString() => $"{new DeviceAddress(Ip, 0).IPAddress}/{PrefixLength} ({Interface})";
}
