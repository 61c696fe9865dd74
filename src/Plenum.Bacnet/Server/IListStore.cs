using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <summary>A device whose lists can be changed element by element: with it, AddListElement and RemoveListElement (clauses 15.1, 15.2) are served.</summary>
public interface IListStore
{
    /// <summary>Adds elements to a list property; those that it has already are not added again.</summary>
    /// <returns>Null when all are in it, else why not, and nothing was changed.</returns>
    ElementError? AddElements(PropertyReference target, BacnetValue elements);

    /// <summary>Removes elements from a list property.</summary>
    /// <returns>Null when none is left in it, else why not, and nothing was changed.</returns>
    ElementError? RemoveElements(PropertyReference target, BacnetValue elements);
}
