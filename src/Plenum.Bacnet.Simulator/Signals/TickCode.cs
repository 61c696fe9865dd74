namespace Plenum.Bacnet.Simulator.Signals;

/// <summary>Writes a tick into 18 bits in a way that only the point's key reads: within 2^18 ticks each has a code of its own, and the code tells the tick.</summary>
/// <remarks>Rounds of "add the key, multiply by an odd number, fold the upper half onto the lower": each can be undone.</remarks>
internal static class TickCode
{
    /// <summary>Bits of a code.</summary>
    public const int Bits = 18;

    private const uint Mask = (1 << Bits) - 1;
    private const int Half = Bits / 2;
    private const int Rounds = 3;
    private const uint Factor = 0x2_9E35;
    private static readonly uint Undo = InverseOf(Factor);

    /// <summary>The code of a tick.</summary>
    public static uint Encode(long tick, ulong key)
    {
        var code = (uint)tick & Mask;
        for (var round = 0; round < Rounds; round++)
        {
            code = ((code ^ RoundKey(key, round)) * Factor) & Mask;
            code ^= code >> Half;
        }
        return code;
    }

    /// <summary>The tick of a code, modulo 2^18.</summary>
    public static uint Decode(uint code, ulong key)
    {
        for (var round = Rounds - 1; round >= 0; round--)
        {
            code ^= code >> Half;
            code = ((code * Undo) & Mask) ^ RoundKey(key, round);
        }
        return code;
    }

    private static uint RoundKey(ulong key, int round) => (uint)(key >> (Bits * round)) & Mask;

    /// <summary>What undoes a multiplication by an odd number modulo 2^32, by Newton's method: each step doubles the bits that are right.</summary>
    private static uint InverseOf(uint odd)
    {
        var inverse = odd;
        for (var step = 0; step < 5; step++) inverse *= 2 - (odd * inverse);
        return inverse;
    }
}
