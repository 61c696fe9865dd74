using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <summary>The items of a list as they are at one moment. Those of a log are numbered and have times; others are in a row and no more.</summary>
public class ItemList(IReadOnlyList<BacnetValue> items)
{
    /// <summary>No items.</summary>
    public static ItemList Empty { get; } = new([]);

    /// <summary>How many there are.</summary>
    public virtual int Count => items.Count;

    /// <summary>The sequence number of the first item, the others count on from it and go from 4294967295 to 1; null when they have none.</summary>
    public virtual uint? FirstNumber => null;

    /// <summary>Whether the items have times, in ascending order.</summary>
    public virtual bool HasTimes => false;

    /// <summary>An item with all its tags, counted from 0; one of several tags is a list of them.</summary>
    public virtual BacnetValue ItemAt(int index) => items[index];

    /// <summary>When an item was taken, where <see cref="HasTimes"/>.</summary>
    public virtual BacnetDateTime TimeAt(int index) => BacnetDateTime.Any;
}
