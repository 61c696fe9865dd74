using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>A property's value in words: a person sees <c>Mon 08:00 = 21.5</c> where the octets are a tree of tags.</summary>
public static class PropertyText
{
    /// <summary>The value in words, if it is of the type that the standard gives the property and that type has words of its own;
    /// null where the value's own text says it all, or where the value is not what the property should hold.</summary>
    /// <param name="type">The object's type; a few properties have another type in some objects.</param>
    /// <param name="property">The property.</param>
    /// <param name="value">The whole value, or one element of an array.</param>
    public static string? Describe(ObjectType type, PropertyId property, BacnetValue value) => value.Kind switch
    {
        BacnetKind.Null => null,
        BacnetKind.Enumerated => EnumeratedNames.Of(new(new ObjectId(type, 0), property), value.AsEnumerated),
        BacnetKind.BitString => PropertyFlags.Describe(property, value.AsBitString),
        _ => PropertyTypes.Of(type, property)?.Invoke(value, NameIn(type, property)) ?? DescribeList(type, property, value),
    };

    /// <summary>A list of enumerated or flag values, such as the event states of an array, where each has a name.</summary>
    private static string? DescribeList(ObjectType type, PropertyId property, BacnetValue value)
    {
        if (value.Kind != BacnetKind.List || !value.Elements.All(element => element.Kind is BacnetKind.Enumerated or BacnetKind.BitString)) return null;
        string?[] names = [.. value.Elements.Select(element => Describe(type, property, element))];
        return names.All(name => name is null) ? null : "[" + string.Join(", ", names.Zip(value.Elements, (name, element) => name ?? element.ToString())) + "]";
    }

    /// <summary>How values inside the property's value are named, such as the enumerated commands of a priority array.</summary>
    private static Func<BacnetValue, string> NameIn(ObjectType type, PropertyId property) => value =>
        value.Kind == BacnetKind.Enumerated ? EnumeratedNames.Of(new(new ObjectId(type, 0), property), value.AsEnumerated) ?? value.ToString() : value.ToString();
}
