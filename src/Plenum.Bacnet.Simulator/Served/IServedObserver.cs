using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Simulator.Served;

/// <summary>Is told what the devices of a building have said, so that what arrives elsewhere can be held against it.</summary>
public interface IServedObserver
{
    /// <summary>A ReadProperty or ReadPropertyMultiple was acknowledged, and the acknowledgement went out; one that a fault swallowed is not told.</summary>
    /// <param name="exchange">Who was told, and in answer to which request.</param>
    /// <param name="values">The present values in the acknowledgement, in its order; none if it held none. The memory is used again after the call.</param>
    /// <remarks>Called on the thread that answers: calls for one device never overlap, those for different devices may. It must not wait.</remarks>
    void OnServed(in ServedExchange exchange, ReadOnlySpan<ServedValue> values);
}

/// <summary>One acknowledgement that went out.</summary>
/// <param name="Number">The number of the exchange, counted from 1 over the whole building: a request that is sent again keeps the number of its first time.</param>
/// <param name="Again">Whether the number was told before: the request is a retransmission whose first acknowledgement went out too.</param>
/// <param name="Device">The device's instance.</param>
/// <param name="Client">Who asked.</param>
/// <param name="InvokeId">The request's invoke id.</param>
/// <param name="Timestamp">When, on the monotonic clock of the building's <see cref="TimeProvider"/>.</param>
public readonly record struct ServedExchange(long Number, bool Again, uint Device, DeviceAddress Client, byte InvokeId, long Timestamp);

/// <summary>A present value in an acknowledgement.</summary>
/// <param name="Object">Whose present value it is.</param>
/// <param name="Value">The value.</param>
/// <param name="Tick">The tick of the building's clock that it is of.</param>
public readonly record struct ServedValue(ObjectId Object, BacnetValue Value, long Tick);
