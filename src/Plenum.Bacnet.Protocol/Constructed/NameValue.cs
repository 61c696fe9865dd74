using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetNameValue (clause 21): a tag: a name and, if it has one, a value.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">A primitive, or a list of a Date and a Time; null for a tag by name alone.</param>
/// <remarks><code>
/// BACnetNameValue ::= SEQUENCE {
///   name  [0] CharacterString,
///   value ABSTRACT-SYNTAX.&amp;Type OPTIONAL } -- any primitive datatype, or BACnetDateTime
/// </code></remarks>
public readonly record struct NameValue(string Name, BacnetValue? Value = null) : IConstructed<NameValue>
{
    /// <inheritdoc/>
    public static NameValue Read(ref TagReader reader)
    {
        var name = reader.ReadCharacterString(context: 0);
        if (!reader.TryPeek(out var next) || next.Class != TagClass.Application) return new(name);
        var value = reader.ReadValue();
        if (value.Kind == BacnetKind.Date && reader.NextIsApplication(BacnetKind.Time)) value = BacnetValue.List([value, reader.ReadValue()]);
        return new(name, value);
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteCharacterString(Name, context: 0);
        if (Value is { } value) writer.WriteValue(value);
    }

    /// <summary><c>floor = 3</c>, or the name alone.</summary>
    public override string ToString() => Value is { } value ? $"{Name} = {value}" : Name;
}
