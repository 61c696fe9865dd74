using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetShedLevel (clause 21): how much load is to be shed.</summary>
/// <param name="Choice">What the number means.</param>
/// <param name="Value">Unsigned for a percentage of the baseline that may still be used and for a level, REAL for an amount in kilowatts.</param>
/// <remarks><code>
/// BACnetShedLevel ::= CHOICE {
///   percent [0] Unsigned,
///   level   [1] Unsigned,
///   amount  [2] REAL }
/// </code></remarks>
public readonly record struct ShedLevel(ShedLevelChoice Choice, BacnetValue Value) : IConstructed<ShedLevel>
{
    /// <inheritdoc/>
    public static ShedLevel Read(ref TagReader reader)
    {
        if (reader.NextIsContext(0)) return new(ShedLevelChoice.Percent, reader.ReadContext(BacnetKind.Unsigned, 0));
        return reader.NextIsContext(1)
            ? new(ShedLevelChoice.Level, reader.ReadContext(BacnetKind.Unsigned, 1))
            : new(ShedLevelChoice.Amount, reader.ReadContext(BacnetKind.Real, 2));
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer) => writer.WriteContext(Value, (byte)Choice);

    /// <summary><c>80 %</c>, <c>level 2</c> or <c>12.5 kW</c>.</summary>
    public override string ToString() => Choice switch
    {
        ShedLevelChoice.Percent => $"{Value} %",
        ShedLevelChoice.Level => $"level {Value}",
        _ => $"{Value} kW",
    };
}

/// <summary>What the number of a <see cref="ShedLevel"/> means, by context tag.</summary>
public enum ShedLevelChoice : byte
{
    /// <summary>Percent of the baseline.</summary>
    Percent = 0,
    /// <summary>One of the levels that the object lists.</summary>
    Level = 1,
    /// <summary>Kilowatts.</summary>
    Amount = 2,
}
