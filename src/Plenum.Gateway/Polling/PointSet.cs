using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Polling;

/// <summary>The points of a device: what is read for them, and the keys that their values are published under.</summary>
internal sealed partial class PointSet
{
    /// <summary>How many points are named at most when something is said of them.</summary>
    private const int MostShown = 5;

    private readonly IReadOnlyList<PointPlan> _points;
    private readonly int[] _readBy;
    private readonly string[] _keys;
    private readonly Dictionary<PropertyReference, string> _keyValues = [];

    public PointSet(IReadOnlyList<PointPlan> points)
    {
        _points = points;
        var places = new Dictionary<PropertyReference, int>();
        (_readBy, _flagsBy, _reliabilityBy) = (new int[points.Count], new int[points.Count], new int[points.Count]);
        int PlaceOf(PropertyReference target) => places.TryGetValue(target, out var place) ? place : places[target] = places.Count;
        // Objects stay together, so that a request names each of them once; a property that several points use is read once.
        foreach (var (point, index) in points.Select((point, index) => (point, index)).OrderBy(pair => pair.point.Object))
        {
            _readBy[index] = PlaceOf(Target(point));
            AddQuality(index, PlaceOf);
        }
        Targets = [.. places.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
        Poll = new(Targets, _ => true, []);
        KeyProperties = new ReadList(points.SelectMany(KeyTargets).Distinct().Order(ByObject));
        _keys = KeyProperties.Targets.Count == 0 ? [.. points.Select(point => point.Key.Text)] : new string[points.Count];
        KeysKnown = KeyProperties.Targets.Count == 0;
    }

    private static Comparer<PropertyReference> ByObject { get; } = Comparer<PropertyReference>.Create((one, other) => one.Object.CompareTo(other.Object));

    /// <summary>Every property that the points need, each once.</summary>
    public IReadOnlyList<PropertyReference> Targets { get; }

    /// <summary>What the polls read: everything, unless some of it need not be read.</summary>
    public PollList Poll { get; set; }

    /// <summary>Properties that keys are made of (<c>${objectName}</c>) and that the device has not told yet: each is read until it has, and then no more.</summary>
    public ReadList KeyProperties { get; private set; }

    /// <summary>Whether every key is known.</summary>
    public bool KeysKnown { get; private set; }

    /// <summary>Takes what was read of <see cref="KeyProperties"/>, and makes the keys once it is everything; a property that the device refuses is replaced by the object's identifier.</summary>
    public void MakeKeys()
    {
        for (var i = 0; i < KeyProperties.Targets.Count; i++)
        {
            var (target, result) = (KeyProperties.Targets[i], KeyProperties.Results[i]);
            if (result.HasValue) _keyValues[target] = ReadableValue.Of(target, result.Value).ToString();
            else if (result.Error != BacnetError.Timeout) _keyValues[target] = target.Object.ToString();
        }
        KeyProperties = new ReadList(KeyProperties.Targets.Where(target => !_keyValues.ContainsKey(target)).ToList());
        if (KeyProperties.Targets.Count > 0) return;
        for (var i = 0; i < _points.Count; i++)
        {
            var point = _points[i];
            _keys[i] = point.Key.Fill(name => KeyTarget(point, name) is { } target ? _keyValues[target] : $"${{{name}}}");
        }
        KeysKnown = true;
    }

    /// <summary>What the last reading says of every point, in the order of the configuration.</summary>
    /// <param name="readings">Takes the readings.</param>
    /// <param name="isOvertaken">Whether something newer is known of a property than what the poll has read; null when nothing can be.</param>
    /// <returns>How many points the device refused.</returns>
    public int CollectReadings(List<Reading> readings, Predicate<PropertyReference>? isOvertaken = null)
    {
        readings.Clear();
        var refused = 0;
        List<string>? withheld = null;
        WithoutFlags = 0;
        for (var i = 0; i < _points.Count; i++)
        {
            if (Poll.Of(_readBy[i]) is not { } result) continue;
            if (result.Error is { } error)
            {
                if (error != BacnetError.Timeout) refused++;
                continue;
            }
            if (isOvertaken is null || !isOvertaken(Targets[_readBy[i]])) AddRead(i, result.Value, readings, ref withheld);
        }
        _withheld = withheld ?? [];
        return refused;
    }

    /// <summary>What a value of a property says of every point that is made of it.</summary>
    public void CollectReadings(PropertyReference property, BacnetValue value, List<Reading> readings)
    {
        for (var i = 0; i < _points.Count; i++)
            if (Targets[_readBy[i]] == property) readings.Add(ReadingOf(i, value));
    }

    private Reading ReadingOf(int index, BacnetValue value)
    {
        var point = _points[index];
        return new(index, _keys[index], point.Kind, ReadableValue.Of(Target(point), value), point.Report);
    }

    /// <summary>Points that the device refused at the last poll, or left unanswered beside others; the first few, for people.</summary>
    public IReadOnlyList<string> Failing(int most = MostShown)
    {
        var failing = new List<string>();
        var isAnswered = Poll.Values.Settled > 0;
        for (var i = 0; i < _points.Count && failing.Count < most; i++)
            if (Poll.Of(_readBy[i])?.Error is { } error && (isAnswered || error != BacnetError.Timeout)) failing.Add($"{_points[i].Path} ({Target(_points[i])}): {error}");
        return failing;
    }

    private static PropertyReference Target(PointPlan point) => new(point.Object, point.Property, point.ArrayIndex);

    private static IEnumerable<PropertyReference> KeyTargets(PointPlan point) => point.Key.Variables.Select(name => KeyTarget(point, name)).OfType<PropertyReference>();

    /// <summary>The property that a variable stands for; null for a name that no property has. What the configuration knows, such as the instance, it has filled in.</summary>
    private static PropertyReference? KeyTarget(PointPlan point, string variable) =>
        EnumNames<PropertyId>.TryParse(variable, out var property) ? new(point.Object, property) : null;
}
