using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Simulator.Signals;

/// <summary>The value of a point at any time, as a pure function of seed, device, object and tick: whoever knows these can check a value that arrives anywhere.</summary>
/// <remarks>
/// <para>An analog value is a whole level, which follows a slow wave, and below it 18 bits that carry the tick in a code of the point's own
/// (<see cref="TickCode"/>). That makes 24 bits, which a single-precision number holds exactly. A value of another point, or of
/// another time, is taken for this one's with a probability of 2^-18 times that of an equal level.</para>
/// <para>A binary or multi-state value is drawn anew every 32 to 95 ticks; it says little of where it comes from.</para>
/// </remarks>
public readonly struct Signal
{
    private const int LeastHalfWave = 4096;
    private const int LeastHold = 32;

    private readonly ulong _key;
    private readonly SignalShape _shape;

    /// <summary>The signal of a point.</summary>
    public Signal(ulong seed, uint device, ObjectId point, SignalShape shape)
    {
        _key = Mixing.Mix(Mixing.Mix(seed, device), point.Packed);
        _shape = shape;
    }

    /// <summary>The value at a tick: REAL, ENUMERATED (0 inactive, 1 active) or Unsigned (1..n).</summary>
    public BacnetValue At(long tick) => _shape.Kind switch
    {
        BacnetKind.Real => BacnetValue.Real(AnalogAt(tick)),
        BacnetKind.Enumerated => BacnetValue.Enumerated(Draw(tick)),
        _ => BacnetValue.Unsigned(1 + Draw(tick)),
    };

    /// <summary>The tick nearest to <paramref name="near"/> at which an analog signal has exactly this value; null when it never has it around then.</summary>
    /// <remarks>Looks 2^17 ticks either way, 3.6 hours at ten ticks a second.</remarks>
    public long? TickOf(float value, long near)
    {
        var bits = Math.ScaleB((double)value, TickCode.Bits - _shape.Exponent);
        if (bits is not (>= 0 and < 1 << 24)) return null;
        var ahead = (TickCode.Decode((uint)bits & ((1 << TickCode.Bits) - 1), _key) - (uint)near) << (32 - TickCode.Bits);
        var tick = near + ((int)ahead >> (32 - TickCode.Bits));
        return tick >= 0 && AnalogAt(tick) == value ? tick : null;
    }

    /// <summary>Whether the signal has a value at some tick between two.</summary>
    public bool Has(BacnetValue value, long firstTick, long lastTick)
    {
        if (value.Kind != _shape.Kind) return false;
        if (value.Kind == BacnetKind.Real) return TickOf(value.AsReal, firstTick + ((lastTick - firstTick) / 2)) is { } tick && tick >= firstTick && tick <= lastTick;
        for (var tick = firstTick; tick <= lastTick; tick++)
            if (At(tick) == value) return true;
        return false;
    }

    private float AnalogAt(long tick)
    {
        var bits = ((uint)LevelAt(tick) << TickCode.Bits) | TickCode.Encode(tick, _key);
        return (float)Math.ScaleB(bits, _shape.Exponent - TickCode.Bits);
    }

    /// <summary>The wave: half of it an arch up from the middle, half an arch down, in whole numbers so that every machine gets the same.</summary>
    private int LevelAt(long tick)
    {
        var halfWave = LeastHalfWave + (long)(_key % LeastHalfWave);
        var place = (tick + (long)(_key >> 40)) % (2 * halfWave);
        var along = place % halfWave;
        var span = _shape.High - _shape.Low;
        var arch = (int)(2 * along * (halfWave - along) * span / (halfWave * halfWave));   // 0..span/2
        return place < halfWave ? _shape.Low + ((span + 1) / 2) + arch : _shape.Low + (span / 2) - arch;
    }

    private uint Draw(long tick)
    {
        var hold = LeastHold + (long)(_key % (2 * LeastHold));
        return (uint)(Mixing.Mix(_key, (ulong)(tick / hold)) % _shape.States);
    }
}
