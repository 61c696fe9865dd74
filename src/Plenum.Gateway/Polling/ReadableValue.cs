using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Polling;

/// <summary>A BACnet value as the rest of the way knows it: numbers as numbers, truths as truths, enumerations by name where the property tells which one it is.</summary>
internal static class ReadableValue
{
    public static Value Of(PropertyReference source, BacnetValue value) => value.Kind switch
    {
        BacnetKind.Null => Value.Null,
        BacnetKind.Boolean => Value.Of(value.AsBoolean),
        BacnetKind.Unsigned => value.AsUnsigned <= long.MaxValue ? Value.Of((long)value.AsUnsigned) : Value.Of((double)value.AsUnsigned),
        BacnetKind.Signed => Value.Of(value.AsSigned),
        BacnetKind.Real => Value.Of((double)value.AsReal),
        BacnetKind.Double => Value.Of(value.AsDouble),
        BacnetKind.Enumerated => OfEnumerated(source, value.AsEnumerated),
        BacnetKind.BitString when source.Property == PropertyId.StatusFlags => Value.Of(StatusText(value.AsBitString)),
        BacnetKind.List => Value.Of([.. value.Elements.Select(element => Of(source, element))]),
        _ => Value.Of(value.ToString()),
    };

    private static Value OfEnumerated(PropertyReference source, uint number) => EnumeratedNames.Of(source, number) switch
    {
        null => Value.Of((long)number),
        _ when EnumeratedNames.IsBinary(source.Object.Type) && IsState(source.Property) => Value.Of(number == 1),
        var name => Value.Of(name),
    };

    private static bool IsState(PropertyId property) => property is PropertyId.PresentValue or PropertyId.RelinquishDefault or PropertyId.PriorityArray;

    /// <summary>The flags that are set, as the predecessor writes them: <c>in-alarm;fault</c>.</summary>
    private static string StatusText(BitString flags)
    {
        string[] names = ["in-alarm", "fault", "overridden", "out-of-service"];
        return string.Join(';', names.Where((_, bit) => flags[bit]));
    }
}
