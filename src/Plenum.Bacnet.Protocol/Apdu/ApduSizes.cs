namespace Plenum.Bacnet.Protocol.Apdu;

/// <summary>The codes by which a confirmed request says what its sender can take (clauses 20.1.2.4, 20.1.2.5).</summary>
public static class ApduSizes
{
    /// <summary>The largest APDU that fits a BACnet/IP datagram (table 6-1): 1476 octets.</summary>
    public const int Largest = 1476;

    /// <summary>The smallest that every device must take: 50 octets.</summary>
    public const int Smallest = 50;

    private static ReadOnlySpan<ushort> Sizes => [50, 128, 206, 480, 1024, 1476];

    /// <summary>The code of the largest size that is not above <paramref name="octets"/>.</summary>
    public static byte Encode(int octets)
    {
        var code = Sizes.Length - 1;
        while (code > 0 && Sizes[code] > octets) code--;
        return (byte)code;
    }

    /// <summary>The code of the smallest size that is not below <paramref name="octets"/>; of the largest when all are.</summary>
    public static byte EncodeAtLeast(int octets)
    {
        var code = 0;
        while (code < Sizes.Length - 1 && Sizes[code] < octets) code++;
        return (byte)code;
    }

    /// <summary>The size that a code stands for; the largest one for codes that the standard reserves.</summary>
    public static int Decode(byte code) => Sizes[Math.Min(code, Sizes.Length - 1)];

    /// <summary>Whether it is one of the six sizes of the standard.</summary>
    public static bool IsStandard(int octets) => octets is >= Smallest and <= Largest && Sizes.Contains((ushort)octets);
}
