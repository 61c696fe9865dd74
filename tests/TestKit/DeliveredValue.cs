using System.Text.Json;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.TestKit;

/// <summary>What a value that reached the server was on its device.</summary>
public static class DeliveredValue
{
    /// <summary>The present value of an object of a type, by what was delivered of it; null when no object of that type has such a value.</summary>
    public static BacnetValue? Of(ObjectType type, JsonElement json) => (type, json.ValueKind) switch
    {
        (ObjectType.AnalogInput or ObjectType.AnalogOutput or ObjectType.AnalogValue, JsonValueKind.Number) => BacnetValue.Real(json.GetSingle()),
        (ObjectType.BinaryInput or ObjectType.BinaryOutput or ObjectType.BinaryValue, JsonValueKind.True) => BacnetValue.Enumerated(1),
        (ObjectType.BinaryInput or ObjectType.BinaryOutput or ObjectType.BinaryValue, JsonValueKind.False) => BacnetValue.Enumerated(0),
        (ObjectType.MultiStateInput or ObjectType.MultiStateOutput or ObjectType.MultiStateValue, JsonValueKind.Number) => BacnetValue.Unsigned(json.GetUInt32()),
        _ => null,
    };
}
