using System.Globalization;

namespace Plenum.Bacnet.Protocol.Links;

/// <summary>A BACnet network number and a MAC address of up to eight octets on that network (clause 6.2.2), kept without an allocation.</summary>
/// <param name="Network">1..65534, 65535 for every network, 0 for none.</param>
/// <param name="Mac">The MAC address, its first octet in the most significant place of the <paramref name="MacLength"/> octets.</param>
/// <param name="MacLength">Octets in the MAC address; 0 means broadcast on that network.</param>
public readonly record struct NetworkAddress(ushort Network, ulong Mac, byte MacLength)
{
    /// <summary>Every network (clause 6.2.2: the global broadcast).</summary>
    public const ushort AllNetworks = 0xFFFF;

    /// <summary>The longest MAC address that is kept.</summary>
    public const int MaxMacLength = 8;

    /// <summary>No address: the peer is on the link itself.</summary>
    public static NetworkAddress None => default;

    /// <summary>The broadcast to every device on every network.</summary>
    public static NetworkAddress GlobalBroadcast => new(AllNetworks, 0, 0);

    /// <summary>Whether there is no address behind the link.</summary>
    public bool IsNone => Network == 0;

    /// <summary>Reads what <see cref="ToString"/> writes: <c>2001:0a</c>, or <c>2001:*</c> for a broadcast on network 2001.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out NetworkAddress address)
    {
        address = default;
        var colon = text.IndexOf(':');
        if (colon < 0 || !ushort.TryParse(text[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var network) || network == 0) return false;
        var octets = text[(colon + 1)..];
        ulong mac = 0;
        if (octets is not "*" && (!IsWholeOctets(octets) || !ulong.TryParse(octets, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out mac))) return false;
        address = new(network, mac, octets is "*" ? (byte)0 : (byte)(octets.Length / 2));
        return true;
    }

    /// <summary><c>network:mac</c>, the MAC address in hexadecimal, or <c>network:*</c> for a broadcast.</summary>
    public override string ToString() =>
        MacLength == 0 ? $"{Network}:*" : $"{Network}:{Mac.ToString($"x{MacLength * 2}", CultureInfo.InvariantCulture)}";

    private static bool IsWholeOctets(ReadOnlySpan<char> hex) => hex.Length is > 0 and <= 2 * MaxMacLength && hex.Length % 2 == 0;
}
