using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server.Objects;

/// <summary>An object of a device of ours.</summary>
public abstract class LocalObject
{
    private protected LocalObject(ObjectId id, string name) => (Id, Name) = (id, name);

    /// <summary>Its identifier.</summary>
    public ObjectId Id { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The properties that it has, Property_List itself at the end.</summary>
    public abstract IReadOnlyList<PropertyId> Properties { get; }

    /// <summary>A property, or an element of it, or why there is none.</summary>
    public abstract PropertyResult Read(PropertyId property, uint? index);

    /// <summary>Takes a value for a property.</summary>
    /// <returns>Null when it was taken, else why not.</returns>
    public abstract BacnetError? Write(PropertyId property, uint? index, BacnetValue value);

    /// <summary>The items of a list.</summary>
    /// <returns>Null when there are <paramref name="items"/>, else why not.</returns>
    public abstract BacnetError? TryGetItems(PropertyId property, uint? index, out ItemList items);

    /// <summary>Adds elements to a list, or removes them from it.</summary>
    /// <returns>Null when that was done, else why not, and nothing was changed.</returns>
    public abstract ElementError? ChangeList(PropertyId property, uint? index, BacnetValue elements, bool adds);
}

/// <summary>An object of a class whose properties are in a table; the identifying ones and Property_List come by themselves.</summary>
/// <typeparam name="T">The class itself.</typeparam>
public abstract class LocalObject<T> : LocalObject where T : LocalObject<T>
{
    private static readonly LocalProperty<T>[] Identity =
    [
        Properties<T>.One(PropertyId.ObjectIdentifier, self => BacnetValue.Object(self.Id)),
        Properties<T>.One(PropertyId.ObjectName, self => BacnetValue.CharacterString(self.Name)),
        Properties<T>.One(PropertyId.ObjectType, self => BacnetValue.Enumerated((uint)self.Id.Type)),
    ];

    private static readonly LocalProperty<T> List = Properties<T>.Array(PropertyId.PropertyList, self => self.Listed, (self, index) => BacnetValue.Enumerated((uint)self.Properties[Identity.Length + index]));

    private readonly LocalProperty<T>[] _table;

    /// <summary>An object with the properties of a table that it is to have.</summary>
    protected LocalObject(ObjectId id, string name, LocalProperty<T>[] table) : base(id, name) => _table = table;

    /// <inheritdoc/>
    public override IReadOnlyList<PropertyId> Properties => [.. Identity.Concat(_table).Append(List).Where(property => property.When?.Invoke((T)this) ?? true).Select(property => property.Id)];

    /// <summary>How many Property_List has (clause 12.1.1.4.1): all but the identifying ones and itself.</summary>
    private int Listed => Properties.Count - Identity.Length - 1;

    /// <inheritdoc/>
    public override PropertyResult Read(PropertyId property, uint? index) => Find(property) is { } found ? found.ReadOf((T)this, index) : new(Refusals.UnknownProperty);

    /// <inheritdoc/>
    public override BacnetError? Write(PropertyId property, uint? index, BacnetValue value) => Find(property) is { } found ? found.WriteTo((T)this, index, value) : Refusals.UnknownProperty;

    /// <inheritdoc/>
    public override BacnetError? TryGetItems(PropertyId property, uint? index, out ItemList items)
    {
        items = ItemList.Empty;
        if (Find(property) is not { } found) return Refusals.UnknownProperty;
        if (found.Items is null) return Refusals.PropertyIsNotAList;
        if (index is not null) return Refusals.PropertyIsNotAnArray;
        items = found.Items((T)this);
        return null;
    }

    /// <inheritdoc/>
    public override ElementError? ChangeList(PropertyId property, uint? index, BacnetValue elements, bool adds)
    {
        if (Find(property) is not { } found) return new(Refusals.UnknownProperty, 0);
        if (found.Items is null) return new(Refusals.PropertyIsNotAList, 0);
        if (index is not null) return new(Refusals.PropertyIsNotAnArray, 0);
        var change = adds ? found.Add : found.Remove;
        return change is null ? new(Refusals.WriteAccessDenied, 0) : change((T)this, elements);
    }

    private LocalProperty<T>? Find(PropertyId id)
    {
        foreach (var property in _table)
            if (property.Id == id) return property.When?.Invoke((T)this) ?? true ? property : null;
        return id == PropertyId.PropertyList ? List : Array.Find(Identity, property => property.Id == id);
    }
}
