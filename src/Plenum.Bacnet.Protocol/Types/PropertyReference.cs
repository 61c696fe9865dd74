namespace Plenum.Bacnet.Protocol.Types;

/// <summary>A property of an object, or one element of it.</summary>
/// <param name="Object">The object.</param>
/// <param name="Property">The property.</param>
/// <param name="ArrayIndex">The element of an array property, 1 upward; 0 for its size; null for the whole.</param>
public readonly record struct PropertyReference(ObjectId Object, PropertyId Property, uint? ArrayIndex = null)
{
    /// <summary><c>analogInput:1 presentValue</c>, followed by the index in brackets.</summary>
    public override string ToString() =>
        $"{Object} {EnumNames<PropertyId>.CamelCase(Property)}{(ArrayIndex is { } index ? $"[{index}]" : "")}";

    /// <summary>Whether an answer about <paramref name="answered"/> answers this question: the same, or the real instance where "whichever device you are" was asked.</summary>
    public bool IsAnsweredBy(PropertyReference answered) =>
        Property == answered.Property && ArrayIndex == answered.ArrayIndex
        && (Object == answered.Object || (Object == ObjectId.AnyDevice && answered.Object.Type == ObjectType.Device));
}
