using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Messages;

public sealed partial class MessageFields
{
    /// <summary>The field that names an object.</summary>
    internal const string Object = "object";

    /// <summary>The field that names a property.</summary>
    internal const string Property = "property";

    /// <summary>The field of several objects, each with its properties.</summary>
    internal const string Objects = "objects";

    /// <summary>The field of several properties of one object.</summary>
    internal const string Properties = "properties";

    /// <summary>The field that names one element of an array property.</summary>
    internal const string Index = "index";

    /// <summary>The field that is a property's value.</summary>
    internal const string Value = "value";

    /// <summary>The field that is a refusal.</summary>
    internal const string Error = "error";

    /// <summary>The field that tells why a request was rejected or aborted.</summary>
    internal const string Reason = "reason";

    /// <summary>Object, property and, if there is one, array index.</summary>
    public MessageFields Add(PropertyReference target) => Add(Object, target.Object).Add(target.Property, target.ArrayIndex);

    /// <summary>Property and, if there is one, array index of the object told before.</summary>
    public MessageFields Add(PropertyId property, uint? arrayIndex = null) =>
        Add(new MessageField(Property, BacnetValue.Enumerated((uint)property), EnumNames<PropertyId>.CamelCase(property))).Add(Index, arrayIndex);

    /// <summary>A property's value; its enumerations by name where the property tells which they are, and in words where it has some.</summary>
    public MessageFields Add(string name, PropertyReference source, BacnetValue value) => Add(OfValue(name, source, value) with { Words = PropertyText.Describe(source.Object.Type, source.Property, value) });

    /// <summary>A value of a type that only the octets tell.</summary>
    public MessageFields Add(string name, BacnetValue? value) => value is { } known ? Add(OfValue(name, default, known)) : this;

    /// <summary>A refusal: class and code.</summary>
    public MessageFields Add(BacnetError error) => AddGroup(Error, inner => inner.AddNamed<ErrorClass>("class", error.Class).AddNamed<ErrorCode>("code", error.Code));

    /// <summary>A value, or why there is none.</summary>
    public MessageFields Add(PropertyReference source, PropertyResult result) =>
        result.Error is { } error ? Add(error) : Add(Value, source, result.Value);

    /// <summary>Properties of several objects; neighbours that name the same object share one element, as they do on the wire.</summary>
    public MessageFields AddByObject<T>(IEnumerable<T> items, Func<T, PropertyReference> target, Action<T, MessageFields> describe)
    {
        var objects = new List<List<T>>();
        foreach (var item in items)
        {
            if (objects.Count == 0 || target(objects[^1][0]).Object != target(item).Object) objects.Add([]);
            objects[^1].Add(item);
        }
        return AddList(Objects, objects, (group, inner) => inner
            .Add(Object, target(group[0]).Object)
            .AddList(Properties, group, (item, property) => describe(item, property.Add(target(item).Property, target(item).ArrayIndex))));
    }

    /// <summary>Of constructed and context-tagged data, the tag's number in brackets is the name that it has.</summary>
    private static MessageField OfValue(string name, PropertyReference source, BacnetValue value) => value.Kind switch
    {
        BacnetKind.List => new(name, Parts: OfElements(source, value.Elements), IsList: true),
        BacnetKind.Constructed when name.Length == 0 => new($"[{value.ContextTag}]", Parts: OfElements(source, value.Elements), IsList: true),
        BacnetKind.ContextPrimitive when name.Length == 0 => new($"[{value.ContextTag}]", BacnetValue.OctetString(value.ContextOctets)),
        BacnetKind.Constructed or BacnetKind.ContextPrimitive => new(name, Parts: [OfValue("", source, value)], IsList: true),
        BacnetKind.Enumerated => new(name, value, EnumeratedNames.Of(source, value.AsEnumerated)),
        _ => new(name, value),
    };

    private static List<MessageField> OfElements(PropertyReference source, IReadOnlyList<BacnetValue> elements) =>
        [.. elements.Select(element => OfValue("", source, element))];
}
