using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Simulator.Signals;

/// <summary>What kind of value a signal gives, and in which range.</summary>
public sealed record SignalShape
{
    private const int MostLevel = 63;
    private const int MostExponent = 16;

    private SignalShape() { }

    /// <summary><see cref="BacnetKind.Real"/>, <see cref="BacnetKind.Enumerated"/> (binary) or <see cref="BacnetKind.Unsigned"/> (multi-state).</summary>
    public BacnetKind Kind { get; private init; }

    /// <summary>Of an analog signal: the lowest whole level, 0..63, in units of 2^<see cref="Exponent"/>.</summary>
    public int Low { get; private init; }

    /// <summary>Of an analog signal: the highest whole level, 0..63; values stay below the one after it.</summary>
    public int High { get; private init; }

    /// <summary>Of an analog signal: the size of a level as a power of two, -16..16.</summary>
    public int Exponent { get; private init; }

    /// <summary>How many states there are: of a binary signal 2, of a multi-state one 1..n.</summary>
    public uint States { get; private init; }

    /// <summary>Inactive or active.</summary>
    public static SignalShape Binary { get; } = new() { Kind = BacnetKind.Enumerated, States = 2 };

    /// <summary>A number that wanders between two levels.</summary>
    /// <param name="low">The lowest level, 0..63.</param>
    /// <param name="high">The highest level, <paramref name="low"/>..63.</param>
    /// <param name="exponent">The size of a level as a power of two: 0 for levels of 1, 4 for levels of 16.</param>
    public static SignalShape Analog(int low, int high, int exponent = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(low);
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(high, MostLevel);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(exponent), MostExponent, nameof(exponent));
        return new() { Kind = BacnetKind.Real, Low = low, High = high, Exponent = exponent };
    }

    /// <summary>One of some states, counted from 1.</summary>
    public static SignalShape MultiState(int states)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(states, 1);
        return new() { Kind = BacnetKind.Unsigned, States = (uint)states };
    }
}
