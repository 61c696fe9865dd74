namespace Plenum.Bacnet.Protocol.Apdu;

/// <summary>The codes by which a confirmed request says how many segments of an answer its sender takes (clause 20.1.2.4).</summary>
public static class SegmentCounts
{
    /// <summary>The code for a number that is not said. It is never sent: what cannot be known, a device has to guess (BTL guideline 6.4).</summary>
    public const byte Unspecified = 0;

    /// <summary>The code for more than 64.</summary>
    public const byte Many = 7;

    /// <summary>The code of the largest count that is not above <paramref name="segments"/>, which is at least 2.</summary>
    public static byte Encode(int segments)
    {
        if (segments > 64) return Many;
        byte code = 1;
        while (code < 6 && 2 << code <= segments) code++;
        return code;
    }

    /// <summary>How many segments a code allows: 2, 4, 8, 16, 32, 64, or without a bound for the codes that name none.</summary>
    public static int Decode(byte code) => code is >= 1 and <= 6 ? 1 << code : int.MaxValue;
}
