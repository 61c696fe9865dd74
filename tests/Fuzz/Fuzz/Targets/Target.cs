namespace Plenum.Fuzz.Targets;

/// <summary>Gives octets to the code under test, and throws when it breaks what it promises.</summary>
internal delegate void Probe(ReadOnlySpan<byte> octets);

/// <summary>Something that reads octets from a network or a file.</summary>
/// <param name="Name">Names it on the command line and its corpus file.</param>
/// <param name="Probe">Reads octets and checks the result.</param>
internal sealed record Target(string Name, Probe Probe)
{
    /// <summary>The longest input that is tried; the largest datagram of BACnet/IP and some more.</summary>
    public int MostOctets { get; init; } = 1600;

    /// <summary>Mends what every input would fail at, such as a length that must be the datagram's own. Most inputs are mended, some are not.</summary>
    public Action<byte[]>? Mend { get; init; }
}

/// <summary>The code under test broke a promise that is not an exception of its own.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message);
