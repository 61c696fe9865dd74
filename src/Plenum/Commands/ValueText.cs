using System.Text.Json;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Commands;

/// <summary>Values on the terminal: in words where the property has some, enumerations by name where it tells which one it is, and JSON of the value's own kind.</summary>
internal static class ValueText
{
    public static string Of(PropertyReference source, BacnetValue value) => PropertyText.Describe(source.Object.Type, source.Property, value) ?? Plain(source, value);

    private static string Plain(PropertyReference source, BacnetValue value) => value.Kind switch
    {
        BacnetKind.List => "[" + string.Join(", ", value.Elements.Select(element => Of(source, element))) + "]",
        BacnetKind.Enumerated => EnumeratedNames.Of(source, value.AsEnumerated) ?? value.ToString(),
        _ => value.ToString(),
    };

    public static void Write(Utf8JsonWriter json, string name, PropertyReference source, BacnetValue value)
    {
        json.WritePropertyName(name);
        Write(json, source, value);
    }

    /// <summary>A value alone, as JSON of its own kind.</summary>
    public static void Write(Utf8JsonWriter json, PropertyReference source, BacnetValue value)
    {
        switch (value.Kind)
        {
            case BacnetKind.Null: json.WriteNullValue(); break;
            case BacnetKind.Boolean: json.WriteBooleanValue(value.AsBoolean); break;
            case BacnetKind.Unsigned: json.WriteNumberValue(value.AsUnsigned); break;
            case BacnetKind.Signed: json.WriteNumberValue(value.AsSigned); break;
            case BacnetKind.Real when float.IsFinite(value.AsReal): json.WriteNumberValue(value.AsReal); break;
            case BacnetKind.Double when double.IsFinite(value.AsDouble): json.WriteNumberValue(value.AsDouble); break;
            case BacnetKind.Enumerated when EnumeratedNames.Of(source, value.AsEnumerated) is null: json.WriteNumberValue(value.AsEnumerated); break;
            case BacnetKind.List:
                json.WriteStartArray();
                foreach (var element in value.Elements) Write(json, source, element);
                json.WriteEndArray();
                break;
            default: json.WriteStringValue(Plain(source, value)); break;
        }
    }
}
