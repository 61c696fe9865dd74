using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <summary>BACnetARRAY (clause 12): the whole of it, its size at index 0, or one element.</summary>
internal static class ArrayProperty
{
    public static PropertyResult Read(int count, Func<int, BacnetValue> element, uint? index) => index switch
    {
        null => new(BacnetValue.List([.. Enumerable.Range(0, count).Select(element)])),
        0 => new(BacnetValue.Unsigned((ulong)count)),
        { } place when place <= count => new(element((int)place - 1)),
        _ => new(Refusals.InvalidArrayIndex),
    };
}
