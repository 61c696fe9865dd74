using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server.Objects;

/// <summary>Objects of a device of ours, found by identifier and by name.</summary>
public sealed class LocalObjects
{
    private readonly Dictionary<ObjectId, LocalObject> _byId;
    private readonly Dictionary<string, LocalObject> _byName;

    /// <summary>These objects, in this order.</summary>
    /// <exception cref="ArgumentException">Two have the same identifier or the same name.</exception>
    public LocalObjects(params IEnumerable<LocalObject> objects)
    {
        All = [.. objects];
        (_byId, _byName) = (All.ToDictionary(one => one.Id), All.ToDictionary(one => one.Name, StringComparer.Ordinal));
    }

    /// <summary>The objects, in their order.</summary>
    public IReadOnlyList<LocalObject> All { get; }

    /// <summary>The object with an identifier; null when there is none.</summary>
    public LocalObject? Find(ObjectId id) => _byId.GetValueOrDefault(id);

    /// <summary>The object with a name; null when there is none.</summary>
    public LocalObject? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>A property, or why there is none.</summary>
    public PropertyResult Read(PropertyReference target) => Find(target.Object) is { } found ? found.Read(target.Property, target.ArrayIndex) : new(Refusals.UnknownObject);

    /// <summary>Takes a value for a property, or says why not.</summary>
    public BacnetError? Write(PropertyReference target, BacnetValue value) => Find(target.Object) is { } found ? found.Write(target.Property, target.ArrayIndex, value) : Refusals.UnknownObject;

    /// <summary>The items of a list property, or why there are none.</summary>
    public BacnetError? TryGetItems(PropertyReference target, out ItemList items)
    {
        items = ItemList.Empty;
        return Find(target.Object) is { } found ? found.TryGetItems(target.Property, target.ArrayIndex, out items) : Refusals.UnknownObject;
    }

    /// <summary>Adds elements to a list property or removes them, or says why not.</summary>
    public ElementError? ChangeList(PropertyReference target, BacnetValue elements, bool adds) =>
        Find(target.Object) is { } found ? found.ChangeList(target.Property, target.ArrayIndex, elements, adds) : new(Refusals.UnknownObject, 0);
}
