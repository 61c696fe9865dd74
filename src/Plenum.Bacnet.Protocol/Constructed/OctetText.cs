using System.Globalization;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>Octets of addresses as people write them.</summary>
internal static class OctetText
{
    /// <summary>Six octets as an IPv4 address and port, one as a number (MS/TP, ARCNET), none as a broadcast, others in hexadecimal.</summary>
    public static string Address(Sequence<byte> octets) => octets.Count switch
    {
        0 => "*",
        1 => octets[0].ToString(CultureInfo.InvariantCulture),
        6 => $"{octets[0]}.{octets[1]}.{octets[2]}.{octets[3]}:{(octets[4] << 8) | octets[5]}",
        _ => Hex(octets),
    };

    /// <summary>Four octets as an IPv4 address, others in hexadecimal.</summary>
    public static string Ip(Sequence<byte> octets) => octets.Count == 4 ? $"{octets[0]}.{octets[1]}.{octets[2]}.{octets[3]}" : Hex(octets);

    /// <summary>Octets in hexadecimal.</summary>
    public static string Hex(Sequence<byte> octets) => Convert.ToHexStringLower(octets.AsSpan());
}
