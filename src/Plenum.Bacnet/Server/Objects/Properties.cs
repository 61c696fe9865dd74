using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server.Objects;

/// <summary>Makes the properties of a class of objects, by their shape.</summary>
/// <typeparam name="T">The class of the objects.</typeparam>
public static class Properties<T>
{
    /// <summary>A property of one value.</summary>
    public static LocalProperty<T> One(PropertyId id, Func<T, BacnetValue> read, Func<T, BacnetValue, BacnetError?>? write = null) => new(id, read) { Write = write };

    /// <summary>A property of one constructed value.</summary>
    public static LocalProperty<T> Typed<TValue>(PropertyId id, Func<T, TValue> read) where TValue : IConstructed<TValue> => new(id, self => Protocol.Constructed.Typed.ToValue(read(self)));

    /// <summary>An array whose elements are made when they are read.</summary>
    public static LocalProperty<T> Array(PropertyId id, Func<T, int> length, Func<T, int, BacnetValue> elementAt) => new(id, self => All(self, length, elementAt)) { Length = length, ElementAt = elementAt };

    /// <summary>A list that nobody changes.</summary>
    public static LocalProperty<T> List(PropertyId id, Func<T, IReadOnlyList<BacnetValue>> items) =>
        new(id, self => BacnetValue.List(items(self))) { Items = self => new(items(self)) };

    /// <summary>A list that can be written whole and changed element by element.</summary>
    public static LocalProperty<T> List<TItem>(PropertyId id, Func<T, ElementStore<TItem>> store) where TItem : IConstructed<TItem> =>
        List(id, self => store(self).ToValues()) with
        {
            Write = (self, value) => store(self).Replace(value),
            Add = (self, elements) => store(self).Add(elements),
            Remove = (self, elements) => store(self).Remove(elements),
        };

    private static BacnetValue All(T self, Func<T, int> length, Func<T, int, BacnetValue> elementAt) =>
        BacnetValue.List([.. Enumerable.Range(0, length(self)).Select(index => elementAt(self, index))]);
}
