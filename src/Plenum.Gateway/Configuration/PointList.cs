using Plenum.Gateway.Model;

namespace Plenum.Gateway.Configuration;

/// <summary>The points of one device, each key once: a message holds one value for a key. Of two, the later is kept.</summary>
internal sealed class PointList(Problems problems)
{
    private readonly List<(PointPlan Point, Origin Origin)> _points = [];
    private readonly Dictionary<(MessageKind, string), PointPlan> _byKey = [];

    /// <summary>Adds the points of an item.</summary>
    public void Add(Origin item, IReadOnlyList<PointPlan> points)
    {
        foreach (var point in points)
        {
            // A key with variables is known only once the device has answered.
            if (point.Key.Variables.Count == 0 && !_byKey.TryAdd((point.Kind, point.Key.Text), point)) Replace(item, point);
            _points.Add((point, item));
        }
    }

    public List<PointPlan> ToList() => [.. _points.Select(entry => entry.Point)];

    private void Replace(Origin item, PointPlan point)
    {
        var before = _points.FindIndex(entry => ReferenceEquals(entry.Point, _byKey[(point.Kind, point.Key.Text)]));
        var (other, origin) = _points[before];
        _points.RemoveAt(before);
        _byKey[(point.Kind, point.Key.Text)] = point;
        problems.Warn(item, $"the key \"{point.Key.Text}\" is that of {other.Path} ({other.Object}) too, only this one ({point.Object}) is read", "give each point its own key");
        problems.LeaveOut("point", origin);
    }
}
