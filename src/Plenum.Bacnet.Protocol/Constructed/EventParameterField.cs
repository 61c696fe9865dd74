using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>One field of a <see cref="EventParameter"/>.</summary>
/// <param name="Name">Its name in the production.</param>
/// <param name="Value">A number or a bit string as itself; a list, a reference or a choice as a list of what stands between its tags.</param>
public readonly record struct EventParameterField(string Name, BacnetValue Value)
{
    /// <summary>The value as people read it: a list of enumerated states is its numbers, a reference the property that it names.</summary>
    public string Text => Value.Kind != BacnetKind.List ? Value.ToString()
        : Typed.TryRead<DeviceObjectPropertyReference>(Value, out var reference) ? reference.ToString()
        : Name == "list-of-values" && Typed.TryReadAll<PropertyStates>(Value, out var states) ? $"[{states}]"
        : Value.ToString();

    /// <summary>The name and the value.</summary>
    public override string ToString() => $"{Name} {Text}";

    internal static EventParameterField Read(ref TagReader reader, (string Name, BacnetKind Kind) form, byte context) => form.Kind != BacnetKind.List
        ? new(form.Name, reader.ReadContext(form.Kind, context))
        : new(form.Name, BacnetValue.List([.. reader.ReadValues(context)]));

    internal void Write(ref TagWriter writer, byte context)
    {
        if (Value.Kind == BacnetKind.List) writer.WritePropertyValue(Value, context);
        else writer.WriteContext(Value, context);
    }
}
