using System.Buffers.Binary;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Server;

/// <summary>Addresses as values hold them (BACnetAddress, clause 21), and as they are used here.</summary>
internal static class Addresses
{
    private const int BipLength = 6;

    /// <summary>Network 0 is the device's own; there the address is IP and port (clause J.1.2).</summary>
    public static BacnetAddress ToBacnet(DeviceAddress address)
    {
        var remote = address.Remote;
        var octets = new byte[Math.Max(BipLength, NetworkAddress.MaxMacLength)];
        if (!remote.IsNone)
        {
            BinaryPrimitives.WriteUInt64BigEndian(octets.AsSpan(octets.Length - 8), remote.Mac);
            return new(remote.Network, Sequence.Create<byte>(octets.AsSpan(octets.Length - remote.MacLength)));
        }
        BinaryPrimitives.WriteUInt32BigEndian(octets, address.Ip);
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(4), address.Port);
        return new(0, Sequence.Create<byte>(octets.AsSpan(0, BipLength)));
    }

    /// <summary>Where an address on the device's own network is; null when it is a broadcast, or on another network, to which only a router knows the way.</summary>
    public static DeviceAddress? ToLocal(BacnetAddress address)
    {
        if (address.Network != 0 || address.Mac.Count != BipLength) return null;
        var octets = address.Mac.AsSpan();
        return new(BinaryPrimitives.ReadUInt32BigEndian(octets), BinaryPrimitives.ReadUInt16BigEndian(octets[4..]));
    }

    /// <summary>Whether an address means everyone on its network, or with network 65535 on all.</summary>
    public static bool IsBroadcast(BacnetAddress address) => address.Mac.Count == 0;
}
