using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <summary>A device that is asked to make objects and to do away with them: with it, CreateObject and DeleteObject (clauses 15.3, 15.4) are served.</summary>
public interface IObjectStore
{
    /// <summary>Makes an object.</summary>
    /// <returns>Null when there is a new object <paramref name="id"/>, else why not.</returns>
    ElementError? Create(CreateObjectRequest request, out ObjectId id);

    /// <summary>Does away with an object.</summary>
    /// <returns>Null when it is gone, else why not.</returns>
    BacnetError? Delete(ObjectId id);
}
