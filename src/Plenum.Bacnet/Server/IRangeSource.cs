using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <summary>A device whose lists can be read in parts: with it, ReadRange (clause 15.8) is served.</summary>
public interface IRangeSource
{
    /// <summary>The items of a list property, or of one element of an array of lists.</summary>
    /// <returns>Null when there are <paramref name="items"/>, else why not.</returns>
    BacnetError? TryGetItems(PropertyReference target, out ItemList items);
}
