using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetPrescale (clause 21): how an Accumulator makes counts of pulses: pulses times the multiplier, divided by the divisor, the remainder kept.</summary>
/// <param name="Multiplier">Times this.</param>
/// <param name="Divisor">Divided by this.</param>
/// <remarks><code>
/// BACnetPrescale ::= SEQUENCE {
///   multiplier    [0] Unsigned,
///   modulo-divide [1] Unsigned }
/// </code></remarks>
public readonly record struct Prescale(uint Multiplier, uint Divisor) : IConstructed<Prescale>
{
    /// <inheritdoc/>
    public static Prescale Read(ref TagReader reader) => new(reader.ReadUnsigned(context: 0), reader.ReadUnsigned(context: 1));

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteUnsigned(Multiplier, context: 0);
        writer.WriteUnsigned(Divisor, context: 1);
    }

    /// <summary><c>1/10</c></summary>
    public override string ToString() => $"{Multiplier}/{Divisor}";
}
