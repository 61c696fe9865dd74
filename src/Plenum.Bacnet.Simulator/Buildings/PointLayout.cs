using System.Collections.Frozen;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <summary>The points of a controller with so many of them: the first ones of <see cref="Equipment.Points"/>. Controllers with as many points share a layout.</summary>
internal sealed class PointLayout
{
    private readonly PlannedPoint[] _points;
    private readonly FrozenDictionary<ObjectId, int> _byId;
    private readonly FrozenDictionary<string, int> _byName;

    public PointLayout(int count)
    {
        _points = [.. Plan(count)];
        _byId = _points.Index().ToFrozenDictionary(entry => entry.Item.Id, entry => entry.Index);
        _byName = _points.Index().ToFrozenDictionary(entry => entry.Item.Name, entry => entry.Index, StringComparer.Ordinal);
    }

    public ReadOnlySpan<PlannedPoint> Points => _points;

    /// <summary>The place of an object among the points.</summary>
    public bool TryFind(ObjectId id, out int index) => _byId.TryGetValue(id, out index);

    /// <summary>The place of a name among the points.</summary>
    public bool TryFind(string name, out int index) => _byName.TryGetValue(name, out index);

    /// <summary>Instances count from 1 within each type.</summary>
    private static IEnumerable<PlannedPoint> Plan(int count)
    {
        Dictionary<ObjectType, uint> counted = [];
        foreach (var (unit, template) in Equipment.Points().Take(count))
        {
            var instance = counted[template.Type] = counted.GetValueOrDefault(template.Type) + 1;
            yield return new(new(template.Type, instance), $"{unit} {template.Name}", template);
        }
    }
}

/// <summary>A point of a controller.</summary>
/// <param name="Id">Its object identifier.</param>
/// <param name="Name">Its object name, as in "AHU-1 Supply Air Temperature".</param>
/// <param name="Template">What it has in common with its like.</param>
internal sealed record PlannedPoint(ObjectId Id, string Name, PointTemplate Template);
