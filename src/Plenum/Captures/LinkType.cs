namespace Plenum.Captures;

/// <summary>Which header stands before a packet (the LINKTYPE_ values of tcpdump.org, in both kinds of capture).</summary>
internal enum LinkType
{
    /// <summary>BSD loopback: four octets of address family in the order of the machine that captured.</summary>
    Null = 0,
    /// <summary>Ethernet, with or without VLAN tags.</summary>
    Ethernet = 1,
    /// <summary>Bare IP, as some BSD systems number it in files.</summary>
    RawOfBsd = 12,
    /// <summary>Bare IP.</summary>
    Raw = 101,
    /// <summary>OpenBSD loopback: as <see cref="Null"/> in network order.</summary>
    Loop = 108,
    /// <summary>Linux "cooked", what capturing on "any" gives.</summary>
    LinuxCooked = 113,
    /// <summary>Bare IPv4.</summary>
    Ipv4 = 228,
    /// <summary>Linux "cooked", version 2.</summary>
    LinuxCooked2 = 276,
}
