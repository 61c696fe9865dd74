using System.Globalization;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Configuration;

/// <summary>An item of <c>attributes</c> or <c>timeseries</c>: one point, or one for each object it names.</summary>
internal sealed class PointReader(MessageKind kind, ReportStrategy deviceReport, CovMode deviceCov, QualityMode deviceQuality)
{
    public IReadOnlyList<PointPlan>? Read(ConfigNode node, Problems problems)
    {
        using var item = Section.From(node, problems);
        if (item is null) return null;
        item.Accept("type");
        var key = Expression.Parse(item.RequiredText("key", "temperature") ?? "");
        CheckVariables(item, key);
        var objects = TargetReader.Objects(item);
        var property = TargetReader.Property(item);
        var index = (uint?)item.Whole("arrayIndex", 0, uint.MaxValue, 1);
        var report = ReportStrategyReader.Read(item, deviceReport);
        var cov = CovReader.Mode(item, deviceCov);
        var quality = QualityReader.Mode(item, deviceQuality);
        if (problems.Failed) return null;
        if (objects.Count > 1) key = TellApart(item, key, objects);
        return [.. objects.Select(id => new PointPlan(node.Origin.Path, KeyOf(key, id, property), id, property, index, kind, report, cov) { Quality = quality })];
    }

    /// <summary>One key for several objects would keep one value of them: the instance is added to it.</summary>
    private static Expression TellApart(Section item, Expression key, IReadOnlyList<ObjectId> objects)
    {
        if (key.Variables.Any(name => name is not ("objectType" or "propertyId"))) return key;
        var (first, last) = (objects[0].Instance, objects[^1].Instance);
        item.Problems.Warn(item.At("key"), $"{objects.Count} objects have the key \"{key.Text}\", it becomes \"{key.Text}.{first}\" to \"{key.Text}.{last}\"",
            $"write where the instance or the name goes, as in \"{key.Text} ${{objectId}}\" or \"${{objectName}}\"");
        return Expression.Parse($"{key.Text}.${{objectId}}");
    }

    /// <summary>What the configuration itself knows is filled in here; what only the device knows stays a variable.</summary>
    private static Expression KeyOf(Expression key, ObjectId id, PropertyId property) => key.FillKnown(name => name switch
    {
        "objectType" => EnumNames<ObjectType>.CamelCase(id.Type),
        "objectId" => id.Instance.ToString(CultureInfo.InvariantCulture),
        "propertyId" => EnumNames<PropertyId>.CamelCase(property),
        _ => null,
    });

    private static void CheckVariables(Section item, Expression key)
    {
        foreach (var name in key.Variables)
            if (name is not ("objectType" or "objectId" or "propertyId") && !EnumNames<PropertyId>.TryParse(name, out _))
                item.Problems.Error(item.At("key"), $"${{{name}}} is neither a property nor objectType, objectId or propertyId",
                    Nearest.Hint(name, EnumNames<PropertyId>.All.Concat(["objectType", "objectId", "propertyId"]), "write a property's name, as in ${objectName}"));
    }
}
