namespace Plenum.Bacnet.Simulator.Signals;

/// <summary>Turns numbers into other numbers that look random and are the same on every machine and in every run.</summary>
internal static class Mixing
{
    /// <summary>2^64 divided by the golden ratio: steps that spread over all 64 bits.</summary>
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    /// <summary>The finalizer of SplitMix64: every bit of the input reaches every bit of the output, and no two inputs meet.</summary>
    public static ulong Mix(ulong value)
    {
        value += Golden;
        value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
        value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
        return value ^ (value >> 31);
    }

    /// <summary>Mixes a second number in; the order counts.</summary>
    public static ulong Mix(ulong value, ulong more) => Mix(Mix(value) ^ more);
}
