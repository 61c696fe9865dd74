using System.Globalization;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Simulator.Sockets;

/// <summary>Where the devices of a building are: each at an address of its own out of a subnet, all on one port; or all at one address, each on a port of its own.</summary>
/// <param name="Ip">The IPv4 address or subnet, most significant octet first.</param>
/// <param name="PrefixLength">Bits in the subnet mask, 1..30; 32 for one address.</param>
public readonly record struct BindRange(uint Ip, int PrefixLength)
{
    /// <summary>How a range is written, for messages.</summary>
    public const string Cure = "write a subnet in which each device gets an address, as in 127.47.0.0/16, or one address on which each device gets a port, as in 192.168.1.10";

    /// <summary>127.47.0.0/16: addresses that every Linux machine has, and that nobody else uses.</summary>
    public static BindRange Default { get; } = new(0x7F2F_0000, 16);

    /// <summary>Whether all devices share one address.</summary>
    public bool IsOneAddress => PrefixLength == 32;

    /// <summary>How many devices there is room for from a port on.</summary>
    public long Room(ushort port) => IsOneAddress ? ushort.MaxValue - port + 1 : (1L << (32 - PrefixLength)) - 2;

    /// <summary>Where the device with an index, counted from 0, is.</summary>
    public DeviceAddress AddressOf(int index, ushort port) => IsOneAddress ? new(Ip, checked((ushort)(port + index))) : new(Ip + 1 + (uint)index, port);

    /// <summary>Reads a subnet or an address; 0.0.0.0 is neither, because a device must know from where it speaks.</summary>
    public static bool TryParse(string text, out BindRange range)
    {
        range = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var prefix = 32;
        if (slash >= 0 && !int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out prefix)) return false;
        if (prefix is < 1 or 31 or > 32 || !DeviceAddress.TryParse(slash < 0 ? text : text[..slash], out var address) || address.Ip == 0) return false;
        if (text.Contains(':', StringComparison.Ordinal)) return false;
        range = new(prefix == 32 ? address.Ip : address.Ip & (uint.MaxValue << (32 - prefix)), prefix);
        return true;
    }

    /// <summary>What <see cref="TryParse"/> reads.</summary>
    public override string ToString()
    {
        var ip = new DeviceAddress(Ip, 0).IPAddress;
        return IsOneAddress ? $"{ip}" : $"{ip}/{PrefixLength}";
    }
}
