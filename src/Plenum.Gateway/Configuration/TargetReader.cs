using System.Text.Json;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Gateway.Configuration;

/// <summary>Which property of which objects an item means: <c>objectType</c>, <c>objectId</c>, <c>propertyId</c>.</summary>
internal static class TargetReader
{
    private const string OnePerItem = "write one item for each";

    /// <summary>The property, the present value unless another is named.</summary>
    public static PropertyId Property(Section item)
    {
        if (item.Take("propertyId") is not { SaysNothing: false } written) return PropertyId.PresentValue;
        var single = written is { Kind: JsonValueKind.Array, Items: [var only] } ? only : written;
        if (single.Kind == JsonValueKind.Array || single.Text == "*")
            item.Problems.NotYet(written.Origin, $"{written.Shown} for more than one property", OnePerItem);
        else if (EnumNames<PropertyId>.TryParse(single.Text, out var property) && (uint)property <= ObjectId.AnyInstance)
            return property;
        else
            item.Problems.Error(written.Origin, $"{single.Shown} is not a property", Nearest.Hint(single.Text, EnumNames<PropertyId>.All, "write a name such as \"presentValue\", or a vendor's property by its number"));
        return default;
    }

    /// <summary>The objects; empty after a problem.</summary>
    public static IReadOnlyList<ObjectId> Objects(Section item)
    {
        var type = TypeOf(item);
        if (item.Take("objectId") is not { } written)
        {
            item.Problems.Error(item.At("objectId"), "the object's instance is missing", "write \"objectId\": 1");
            return [];
        }
        var instances = ObjectIds.Read(written, item.Problems);
        return type is null ? [] : [.. instances.Select(instance => new ObjectId(type.Value, instance))];
    }

    /// <summary>The one object that is written, or read by a call; null after a problem.</summary>
    public static ObjectId? Single(Section item)
    {
        var objects = Objects(item);
        if (objects.Count > 1) item.Problems.Error(item.At("objectId"), $"{objects.Count} objects are named where one is meant", OnePerItem);
        return objects.Count == 1 ? objects[0] : null;
    }

    private static ObjectType? TypeOf(Section item)
    {
        if (item.Take("objectType") is not { SaysNothing: false } written)
            item.Problems.Error(item.At("objectType"), "the object's type is missing", "write \"objectType\": \"analogInput\", or another type");
        else if (written.Kind == JsonValueKind.Array || written.Text == "*")
            item.Problems.NotYet(written.Origin, $"{written.Shown} for more than one type", OnePerItem);
        else if (EnumNames<ObjectType>.TryParse(written.Text, out var type) && (uint)type <= 1023)
            return type;
        else
            item.Problems.Error(written.Origin, $"{written.Shown} is not an object type", Nearest.Hint(written.Text, EnumNames<ObjectType>.All, "write a name such as \"analogInput\", or a vendor's type by its number, 128 to 1023"));
        return null;
    }
}
