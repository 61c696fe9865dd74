using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetPriorityValue (clause 21): what stands at one priority of a commandable property.</summary>
/// <param name="Value">A primitive, NULL where nobody commands, or constructed data of context tag 0 or a date and time of context tag 1.</param>
/// <remarks><code>
/// BACnetPriorityValue ::= CHOICE { -- NULL, any other primitive, or
///   constructed-value [0] ABSTRACT-SYNTAX.&amp;Type,
///   datetime          [1] BACnetDateTime }
/// </code></remarks>
public readonly record struct PriorityValue(BacnetValue Value) : IConstructed<PriorityValue>
{
    /// <summary>Whether nobody commands here.</summary>
    public bool IsRelinquished => Value.Kind == BacnetKind.Null;

    /// <inheritdoc/>
    public static PriorityValue Read(ref TagReader reader)
    {
        var value = reader.ReadValue();
        if (value.IsTagged() && value is not { Kind: BacnetKind.Constructed, ContextTag: 0 or 1 }) reader.Fail(DecodeError.WrongTag);
        return new(value);
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer) => writer.WriteValue(Value);

    /// <summary>The value, <c>null</c> where nobody commands.</summary>
    public override string ToString() => Value.Kind == BacnetKind.Constructed ? string.Join(' ', Value.Elements) : Value.ToString();
}
