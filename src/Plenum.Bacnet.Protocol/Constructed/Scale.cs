using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetScale (clause 21): by what an Accumulator's counts are multiplied.</summary>
/// <param name="Value">A REAL factor, or an INTEGER power of ten.</param>
/// <remarks><code>
/// BACnetScale ::= CHOICE {
///   float-scale   [0] REAL,
///   integer-scale [1] INTEGER }
/// </code></remarks>
public readonly record struct Scale(BacnetValue Value) : IConstructed<Scale>
{
    /// <inheritdoc/>
    public static Scale Read(ref TagReader reader) =>
        new(reader.NextIsContext(0) ? reader.ReadContext(BacnetKind.Real, 0) : reader.ReadContext(BacnetKind.Signed, 1));

    /// <inheritdoc/>
    public void Write(ref TagWriter writer) => writer.WriteContext(Value, (byte)(Value.Kind == BacnetKind.Real ? 0 : 1));

    /// <summary><c>0.1</c> or <c>10^-1</c>.</summary>
    public override string ToString() => Value.Kind == BacnetKind.Real ? Value.ToString() : $"10^{Value}";
}
