using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

public sealed partial class BacnetClient
{
    /// <summary>Adds elements to a list property, such as a recipient list; what is in it already stays once.</summary>
    /// <returns>Null when all are in the list, else the device's refusal, and the list is as it was.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public ValueTask<BacnetError?> AddListElementAsync(Device device, ListElementRequest request, CancellationToken cancel = default) =>
        AskAsync(device, ConfirmedService.AddListElement, request.Encode, cancel);

    /// <summary>Takes elements out of a list property.</summary>
    /// <returns>Null when all are out of the list, else the device's refusal, and the list is as it was.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public ValueTask<BacnetError?> RemoveListElementAsync(Device device, ListElementRequest request, CancellationToken cancel = default) =>
        AskAsync(device, ConfirmedService.RemoveListElement, request.Encode, cancel);

    /// <summary>Creates an object of a type, with an instance of the device's choice or of the caller's.</summary>
    /// <returns>The new object's identifier, or the device's refusal.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered: it may or may not have been created.</exception>
    public ValueTask<Answer<ObjectId>> CreateObjectAsync(Device device, CreateObjectRequest request, CancellationToken cancel = default) =>
        AskAsync<ObjectId>(device, ConfirmedService.CreateObject, request.Encode, ObjectMessage.TryDecode,
            created => created.Type == request.Type && (request.Instance ?? created.Instance) == created.Instance, cancel);

    /// <summary>Deletes an object.</summary>
    /// <returns>Null when it is gone, else the device's refusal.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public ValueTask<BacnetError?> DeleteObjectAsync(Device device, ObjectId id, CancellationToken cancel = default) =>
        AskAsync(device, ConfirmedService.DeleteObject, (ref writer) => ObjectMessage.Encode(ref writer, id), cancel);
}
